//! How near the AWS engine comes to what the service allows: 500 resources through the emulator, with 40 ms of
//! latency and evaluations of 2 s, once at 10 requests a second for each call and once without a limit.
//!
//! `cargo bench --bench aws_scale`; fails if a bound is missed. Beside it a few resources are evaluated one after the
//! other, as the samples of AWS's documentation do it.

use cfn_gate::aws::{Connection, Options, Start, Status, Target};
use cfn_gate::emulator::{Emulator, Settings as Emulated};
use cfn_gate::evaluate::aws::{Aws, Settings};
use cfn_gate::evaluate::{Engine, Outcome};
use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::template::Template;
use std::collections::HashMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const RESOURCES: usize = 500;
const IN_SEQUENCE: usize = 5;
const LATENCY: Duration = Duration::from_millis(40);
const EVALUATION: Duration = Duration::from_secs(2);
const RATE: f64 = 10.0;

fn main() -> ExitCode {
    // `cargo test --benches` only wants to know that it runs.
    let resources = if std::env::args().any(|argument| argument == "--test") { 20 } else { RESOURCES };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let stack = topics(resources);
    let limited = runtime.block_on(evaluate(&stack, Some(RATE)));
    // The last start can't come before this, and its evaluation has to be waited for and fetched. The bucket lets the
    // first second's requests through at once.
    let starts = (resources as f64 - RATE).max(0.0) / RATE;
    let bound = starts + EVALUATION.as_secs_f64() + 3.0 * LATENCY.as_secs_f64();
    let limited_well = line("10 requests a second", limited, bound, 1.15);
    let free = runtime.block_on(evaluate(&stack, None));
    let free_well =
        line("no limit, 64 in flight", free, EVALUATION.as_secs_f64() + 4.0 * LATENCY.as_secs_f64(), 1.5);
    let sequential = runtime.block_on(in_sequence(&stack));
    println!(
        "one after the other      {:7.1} s for {resources} (from {IN_SEQUENCE} measured)",
        sequential.as_secs_f64() / IN_SEQUENCE as f64 * resources as f64
    );
    if limited_well && free_well || resources < RESOURCES { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn line(name: &str, took: Duration, bound: f64, factor: f64) -> bool {
    let took = took.as_secs_f64();
    let well = took <= bound * factor;
    let verdict = if well { "ok" } else { "MISSED" };
    println!(
        "{name:24} {took:7.1} s, {:.2} × the bound of {bound:.1} s, at most {factor}: {verdict}",
        took / bound
    );
    well
}

/// Topics, all different.
fn topics(count: usize) -> Stack {
    let topics = (0..count).map(|n| {
        format!("  Topic{n}:\n    Type: AWS::SNS::Topic\n    Properties: {{TopicName: topic-{n}}}\n")
    });
    let text = format!("Resources:\n{}", topics.collect::<String>());
    resolve(Template::parse("scale.yaml", text), &Environment::default())
}

fn emulator(rate: Option<f64>) -> Emulator {
    Emulator::start(Emulated {
        latency: LATENCY,
        evaluation_time: EVALUATION,
        rate_limits: rate.map(|rate| ("*".to_owned(), rate)).into_iter().collect::<HashMap<_, _>>(),
        ..Emulated::default()
    })
    .expect("the emulator starts")
}

async fn evaluate(stack: &Stack, rate: Option<f64>) -> Duration {
    let emulator = emulator(rate);
    let began = Instant::now();
    let connection = Connection::local(&emulator.endpoint(), &Options::default());
    let engine = Aws::open(vec![(Target::default(), connection)], &Settings::default()).await;
    let findings = AtomicUsize::new(0);
    engine
        .evaluate(std::slice::from_ref(stack), &|outcome| {
            findings.fetch_add(usize::from(matches!(outcome, Outcome::Evaluated(_))), Ordering::Relaxed);
        })
        .await;
    let took = began.elapsed();
    assert_eq!(findings.into_inner(), stack.resources.len());
    for (call, count) in emulator.calls() {
        println!("    {call}: {} requests, {} throttled", count.requests, count.throttled);
    }
    took
}

/// Start, ask every second, fetch: one resource after the other.
async fn in_sequence(stack: &Stack) -> Duration {
    let emulator = emulator(Some(RATE));
    let connection = Connection::local(&emulator.endpoint(), &Options::default()).expect("a connection");
    let began = Instant::now();
    for (n, resource) in stack.resources.iter().take(IN_SEQUENCE).enumerate() {
        let start = Start {
            resource_id: resource.logical_id.to_string(),
            resource_type: resource.resource_type.to_string(),
            configuration: "{}".into(),
            context: "sequence".into(),
            client_token: format!("{n:064}"),
            timeout: 60,
        };
        let id = connection.start(&start).await.expect("it starts");
        while connection.summary(&id).await.expect("a summary").status == Status::InProgress {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        connection.results(&id).await.expect("results");
    }
    began.elapsed()
}
