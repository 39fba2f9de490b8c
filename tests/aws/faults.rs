//! What the engine says when things go wrong: nothing is lost, doubled, or turned into a pass, and nothing hangs.

use crate::harness::{Done, Run, lines, stack};
use cfn_gate::aws::{Kind, Options, Patience, Target};
use cfn_gate::emulator::{Direct, Fault, FaultKind, Settings as Emulated};
use cfn_gate::evaluate::Engine;
use cfn_gate::evaluate::aws::{Aws, Settings};
use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::Instant;

/// 30 topics of which every third complies, all different.
fn topics() -> String {
    (0..30)
        .map(|n| {
            let key = if n % 3 == 0 { "    KmsMasterKeyId: alias/aws/sns\n" } else { "" };
            format!("Topic{n:02}:\n  Type: AWS::SNS::Topic\n  Properties:\n    TopicName: topic-{n}\n{key}")
        })
        .collect()
}

fn expected() -> Vec<String> {
    (0..30)
        .map(|n| {
            let compliance = if n % 3 == 0 { "COMPLIANT" } else { "NON_COMPLIANT" };
            format!("Topic{n:02} sns-encrypted-kms {compliance}")
        })
        .collect()
}

/// Holds the outcomes to be exactly what they are without a fault, none missing, none doubled.
fn assert_complete(done: &Done) {
    assert_eq!(done.lines(), expected());
    // No retry has started a second evaluation.
    assert_eq!(done.emulator.evaluations().len(), 30);
}

fn with(faults: Vec<Fault>) -> Run {
    let mut run = Run { timeout: Some(Duration::from_secs(100)), ..Run::default() };
    run.emulated.faults = faults;
    run
}

#[test]
fn random_server_errors_are_ridden_out() {
    let fault = Fault { share: Some(0.2), ..Fault::new(FaultKind::ServerError) };
    assert_complete(&with(vec![fault]).evaluate(&[stack(&topics())]).unwrap());
}

#[test]
fn resets_before_and_in_the_middle_of_answers_are_ridden_out() {
    let faults = vec![
        Fault { share: Some(0.15), ..Fault::new(FaultKind::ResetMidBody) },
        Fault { share: Some(0.15), ..Fault::new(FaultKind::Reset) },
    ];
    assert_complete(&with(faults).evaluate(&[stack(&topics())]).unwrap());
}

#[test]
fn unreadable_answers_are_asked_for_again() {
    let fault = Fault { share: Some(0.2), ..Fault::new(FaultKind::Malformed) };
    assert_complete(&with(vec![fault]).evaluate(&[stack(&topics())]).unwrap());
}

#[test]
fn throttling_slows_the_run_down_and_loses_nothing() {
    let mut run = with(vec![]);
    run.emulated.rate_limits = HashMap::from([("*".to_owned(), 20.0)]);
    assert_complete(&run.evaluate(&[stack(&topics())]).unwrap());
}

#[test]
fn a_service_that_throttles_everything_for_a_while_is_waited_for() {
    let fault = Fault { seconds: Some(3.0), ..Fault::new(FaultKind::Throttle) };
    assert_complete(&with(vec![fault]).evaluate(&[stack(&topics())]).unwrap());
}

/// In virtual time: every call is throttled for 30 seconds, then each takes 10 a second.
#[tokio::test(start_paused = true)]
async fn thirty_seconds_of_throttling_are_waited_for() {
    let fault = Fault { seconds: Some(30.0), ..Fault::new(FaultKind::Throttle) };
    let emulator = Direct::new(Emulated {
        faults: vec![fault],
        rate_limits: HashMap::from([("*".to_owned(), 10.0)]),
        evaluation_time: Duration::from_secs(2),
        latency: Duration::from_millis(40),
        ..Emulated::default()
    });
    let began = Instant::now();
    let deadline = Some(began + Duration::from_secs(100));
    let connection = emulator.connection(&Options::default());
    let connection = connection.with_patience(Patience { deadline, ..Patience::default() });
    let engine = Aws::open(vec![(Target::default(), Ok(connection))], &Settings::default()).await;
    // The very first call has had to wait for the end of it.
    assert!(began.elapsed() >= Duration::from_secs(30), "{:?}", began.elapsed());
    let outcomes = Mutex::new(Vec::new());
    engine.evaluate(&[stack(&topics())], &|outcome| outcomes.lock().unwrap().push(outcome)).await;
    assert_eq!(lines(&outcomes.into_inner().unwrap()), expected());
    assert_eq!(emulator.evaluations().len(), 30);
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    let rules = emulator.calls()["DescribeConfigRules"];
    assert!(rules.throttled > 5 && rules.requests < 60, "{rules:?}");
}

/// The same in the middle of the run: the throttling begins when some evaluations are under way.
#[tokio::test(start_paused = true)]
async fn throttling_in_the_middle_of_a_run_is_waited_for() {
    let throttled =
        |call: &str| Fault { after: 10, times: Some(40), ..Fault::new(FaultKind::Throttle).call(call) };
    let calls = ["StartResourceEvaluation", "GetResourceEvaluationSummary", "GetComplianceDetailsByResource"];
    let emulator = Direct::new(Emulated { faults: calls.map(throttled).into(), ..Emulated::default() });
    let connection = Ok(emulator.connection(&Options::default()));
    let engine = Aws::open(vec![(Target::default(), connection)], &Settings::default()).await;
    let outcomes = Mutex::new(Vec::new());
    engine.evaluate(&[stack(&topics())], &|outcome| outcomes.lock().unwrap().push(outcome)).await;
    assert_eq!(lines(&outcomes.into_inner().unwrap()), expected());
    assert_eq!(emulator.evaluations().len(), 30);
    for call in calls {
        assert_eq!(emulator.calls()[call].throttled, 40, "{call}");
    }
}

/// Every resource is not evaluated, for a reason with this text in it.
fn assert_none(done: &Done, reason: &str) {
    let lines = done.lines();
    assert_eq!(lines.len(), 30);
    for (n, line) in lines.iter().enumerate() {
        assert!(line.starts_with(&format!("Topic{n:02} not evaluated: ")) && line.contains(reason), "{line}");
    }
}

#[test]
fn throttling_without_end_stops_at_the_timeout() {
    let mut run = with(vec![Fault::new(FaultKind::Throttle).call("StartResourceEvaluation")]);
    run.timeout = Some(Duration::from_secs(2));
    let done = run.evaluate(&[stack(&topics())]).unwrap();
    assert_none(&done, "");
    assert!(
        done.lines()
            .iter()
            .any(|line| line.contains("AWS throttled StartResourceEvaluation until the time was up"))
    );
    assert!(done.took < Duration::from_secs(6), "{:?}", done.took);
}

#[test]
fn a_silent_service_stops_at_the_timeout() {
    let mut run = with(vec![Fault::new(FaultKind::Silent).call("GetResourceEvaluationSummary")]);
    run.timeout = Some(Duration::from_secs(2));
    let done = run.evaluate(&[stack(&topics())]).unwrap();
    assert_none(&done, "the run's time was up before");
    assert!(done.took < Duration::from_secs(6), "{:?}", done.took);
}

#[test]
fn an_evaluation_that_never_ends_is_given_up() {
    let fault = Fault {
        times: Some(1),
        after: 7,
        ..Fault::new(FaultKind::EndlessEvaluation).call("StartResourceEvaluation")
    };
    let settings = Settings { evaluation_timeout: Duration::from_secs(1), ..Settings::default() };
    let done = Run { settings, ..with(vec![fault]) }.evaluate(&[stack(&topics())]).unwrap();
    let lost: Vec<_> = done.lines().into_iter().filter(|line| line.contains("not evaluated")).collect();
    assert_eq!(lost.len(), 1);
    assert!(
        lost[0].ends_with("not evaluated: AWS Config could not evaluate it: The evaluation timed out"),
        "{lost:?}"
    );
    assert_eq!(done.lines().len(), 30);
}

#[test]
fn a_failed_evaluation_is_no_pass() {
    let fault = Fault::new(FaultKind::FailedEvaluation).call("StartResourceEvaluation");
    let done = with(vec![fault]).evaluate(&[stack(&topics())]).unwrap();
    assert_none(&done, "AWS Config could not evaluate it: The evaluation failed on request");
}

#[test]
fn credentials_that_expire_in_the_middle_end_the_run() {
    let fault = Fault { after: 45, ..Fault::new(FaultKind::ExpiredCredentials) };
    let mut run = with(vec![fault]);
    run.emulated.rate_limits = HashMap::from([("StartResourceEvaluation".to_owned(), 20.0)]);
    let done = run.evaluate(&[stack(&topics())]).unwrap();
    let lines = done.lines();
    assert_eq!(lines.len(), 30);
    let lost =
        lines.iter().filter(|line| line.contains("not evaluated: the AWS credentials have expired")).count();
    assert!(lost > 0 && lines.iter().all(|line| !line.contains("not evaluated") || line.contains("expired")));
    // What was known by then is reported, and as it was.
    for line in lines.iter().filter(|line| !line.contains("not evaluated")) {
        let n: usize = line[5..7].parse().unwrap();
        let compliance = if n.is_multiple_of(3) { " COMPLIANT" } else { " NON_COMPLIANT" };
        assert!(line.ends_with(compliance), "{line}");
    }
}

#[test]
fn a_missing_permission_is_named_and_the_service_left_alone() {
    let fault = Fault::new(FaultKind::AccessDenied).call("StartResourceEvaluation");
    let done = with(vec![fault]).evaluate(&[stack(&topics())]).unwrap();
    assert_none(&done, "the credentials may not call config:StartResourceEvaluation: allow it");
    assert_eq!(done.requests("StartResourceEvaluation"), 1);
    let fault = Fault::new(FaultKind::AccessDenied).call("DescribeType");
    let done = with(vec![fault]).evaluate(&[stack(&topics())]).unwrap();
    assert_none(&done, "the credentials may not call cloudformation:DescribeType: allow it");
    let fault = Fault::new(FaultKind::AccessDenied).call("DescribeConfigRules");
    let failure = with(vec![fault]).evaluate(&[stack(&topics())]).err().unwrap();
    assert_eq!(failure.kind, Kind::Denied);
}

#[test]
fn a_wrong_clock_is_named() {
    let failure = with(vec![Fault::new(FaultKind::WrongClock)]).evaluate(&[stack(&topics())]).err().unwrap();
    assert_eq!(failure.kind, Kind::Fatal);
    let message = failure.message;
    assert!(
        message == "this machine's clock is 60 minutes behind AWS's: set it right"
            || message == "this machine's clock is 59 minutes behind AWS's: set it right",
        "{message}"
    );
}

#[test]
fn a_stopped_run_says_what_it_knows() {
    let mut run = with(vec![]);
    run.emulated.rate_limits = HashMap::from([("StartResourceEvaluation".to_owned(), 5.0)]);
    let stop = run.patience.stop.clone();
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(2));
        stop.cancel();
    });
    let done = run.evaluate(&[stack(&topics())]).unwrap();
    stopper.join().unwrap();
    let lines = done.lines();
    assert_eq!(lines.len(), 30);
    let stopped =
        lines.iter().filter(|line| line.contains("not evaluated: the run was stopped before")).count();
    let known = lines.iter().filter(|line| line.contains(" sns-encrypted-kms ")).count();
    assert!(stopped > 0 && known > 0 && stopped + known == 30, "{lines:#?}");
}

#[test]
fn nothing_listens() {
    let connection =
        cfn_gate::aws::Connection::local("http://127.0.0.1:1", &cfn_gate::aws::Options::default()).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let failure = runtime.block_on(connection.proactive_rules()).err().unwrap();
    assert!(failure.message.starts_with("DescribeConfigRules could not be reached: "), "{}", failure.message);
    let remote =
        cfn_gate::aws::Connection::local("http://198.51.100.7:80", &cfn_gate::aws::Options::default());
    assert_eq!(remote.err().unwrap().kind, Kind::Usage);
}
