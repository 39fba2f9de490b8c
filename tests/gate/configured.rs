//! Suppressions that the configuration file hands over, through the library.

use cfn_gate::evaluate::{AppliedRule, Embedded, Engine};
use cfn_gate::gate::{Gate, Origin, PathPattern, Policy, Report, Scope, Suppression, judge};
use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::rules::{self, InputParameters};
use cfn_gate::source::{Construct, StackPattern};
use cfn_gate::template::{SourceFile, Span, Template};
use std::path::Path;
use std::sync::{Arc, Mutex};

const BUCKETS: &str = "\
Resources:
  Data:
    Type: AWS::S3::Bucket
  Logs:
    Type: AWS::S3::Bucket
";

/// A suppression of s3-bucket-logging-enabled.
fn suppression(reason: &str, scope: Scope) -> Suppression {
    let text = format!("suppressions:\n  - reason: {reason}\n");
    Suppression {
        rule: Some("s3-bucket-logging-enabled".into()),
        reason: reason.into(),
        until: None,
        scope,
        origin: Origin::Configuration {
            file: Arc::new(SourceFile { name: ".cfn-gate.yaml".into(), text }),
            span: Span { start: 18, end: 24, line: 2, column: 5, ..Span::default() },
        },
    }
}

fn scope(path: Option<&str>, logical_id: Option<&str>, construct: Option<&str>) -> Scope {
    Scope::Matching {
        path: path.map(|path| PathPattern::new(path, Path::new("/repo")).unwrap()),
        logical_id: logical_id.map(str::to_owned),
        construct: construct.map(|construct| StackPattern::new(construct).unwrap()),
    }
}

fn stack(name: &str, text: &str) -> Stack {
    resolve(Template::parse(name, text), &Environment::default())
}

/// The stack, as if CDK had made it.
fn by_cdk(mut stack: Stack) -> Stack {
    for resource in &stack.resources {
        let construct = Construct {
            path: format!("Prod/Storage/{}/Resource", resource.logical_id).into(),
            source: None,
            properties: Vec::new(),
            is_library_code: false,
            acknowledged: Vec::new(),
        };
        stack.provenance.constructs.insert(resource.logical_id.clone(), construct);
    }
    stack
}

fn judged(suppressions: Vec<Suppression>, stacks: Vec<Stack>) -> Report {
    judged_by(&["s3-bucket-logging-enabled"], suppressions, stacks)
}

fn judged_by(names: &[&str], suppressions: Vec<Suppression>, stacks: Vec<Stack>) -> Report {
    let rules = names.iter().map(|name| rules::find(name).unwrap());
    let rules = rules.map(|rule| AppliedRule::managed(rule, InputParameters::defaults(rule)));
    let engine = Embedded::new(rules.collect());
    let outcomes = Mutex::new(Vec::new());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(engine.evaluate(&stacks, &|outcome| outcomes.lock().unwrap().push(outcome)));
    let mut gate = Gate::new(Policy::default());
    gate.today = "2026-11-23".parse().unwrap();
    gate.suppressions = suppressions;
    judge(engine.name(), engine.rules(), Vec::new(), stacks, outcomes.into_inner().unwrap(), &gate)
}

/// The resources whose findings are suppressed, with the reasons, and what is warned of.
fn of(report: &Report) -> (Vec<String>, Vec<&str>) {
    let suppressed = report.findings().filter_map(|(template, finding)| {
        let reason = &finding.suppression.as_ref()?.reason;
        Some(format!("{} {}: {reason}", template.name(), finding.evaluation.logical_id))
    });
    let warnings = report.warnings.iter().map(|warning| warning.diagnostic.message.as_str());
    (suppressed.collect(), warnings.collect())
}

#[test]
fn all_that_a_scope_says_has_to_hold() {
    let stacks = || {
        vec![
            stack("/repo/old/a.yaml", BUCKETS),
            stack("/repo/new/b.yaml", BUCKETS),
            by_cdk(stack("/repo/c.json", BUCKETS)),
        ]
    };
    for (path, logical_id, construct, expected) in [
        (Some("old/*.yaml"), None, None, vec!["/repo/old/a.yaml Data: x", "/repo/old/a.yaml Logs: x"]),
        (Some("old"), Some("Logs"), None, vec!["/repo/old/a.yaml Logs: x"]),
        (
            None,
            Some("Logs"),
            None,
            vec!["/repo/old/a.yaml Logs: x", "/repo/new/b.yaml Logs: x", "/repo/c.json Logs: x"],
        ),
        (None, None, Some("Prod/Storage"), vec!["/repo/c.json Data: x", "/repo/c.json Logs: x"]),
        (None, None, Some("*/*/Logs"), vec!["/repo/c.json Logs: x"]),
        (Some("old"), None, Some("Prod/Storage"), vec![]),
        (Some("**"), Some("Gone"), None, vec![]),
    ] {
        let report = judged(vec![suppression("x", scope(path, logical_id, construct))], stacks());
        assert_eq!(of(&report), (expected.into_iter().map(str::to_owned).collect(), vec![]));
    }
}

#[test]
fn the_first_reason_counts_and_the_template_comes_before() {
    let suppressions =
        vec![suppression("one", scope(None, None, None)), suppression("two", scope(None, None, None))];
    let text = "\
Resources:
  Own:
    Type: AWS::S3::Bucket
    Metadata:
      cfn-gate:
        suppress:
          - {rule: s3-bucket-logging-enabled, reason: own}
  Data:
    Type: AWS::S3::Bucket
";
    let report = judged(suppressions, vec![stack("/repo/a.yaml", text)]);
    let expected = ["/repo/a.yaml Own: own", "/repo/a.yaml Data: one"].map(str::to_owned).to_vec();
    assert_eq!(of(&report), (expected, vec![]), "the second serves as well, if the first goes");
}

#[test]
fn what_serves_nothing_is_told() {
    let mended = "\
Resources:
  Data:
    Type: AWS::S3::Bucket
    Properties:
      LoggingConfiguration: {LogFilePrefix: a}
  More:
    Type: AWS::S3::Bucket
    Properties:
      LoggingConfiguration: {LogFilePrefix: a}
";
    let told = |path, logical_id, construct| {
        let stacks = vec![by_cdk(stack("/repo/a.yaml", mended))];
        let report = judged(vec![suppression("x", scope(path, logical_id, construct))], stacks);
        of(&report).1.join("|")
    };
    let serves_nothing = "the suppression of `s3-bucket-logging-enabled` serves nothing: ";
    let nothing_wrong = |what: &str| format!("{serves_nothing}the rule finds nothing wrong with {what}");
    assert_eq!(told(None, Some("Data"), None), nothing_wrong("Data"));
    assert_eq!(told(None, None, None), nothing_wrong("any of 2 resources"));
    // That a resource is gone can be told only of a template that was looked at.
    assert_eq!(
        told(Some("a.yaml"), Some("Gone"), None),
        format!("{serves_nothing}a.yaml holds no resource Gone")
    );
    assert_eq!(
        told(Some("a.yaml"), None, Some("Prod/Queues")),
        format!("{serves_nothing}a.yaml holds no resource Prod/Queues")
    );
    assert_eq!(told(Some("b.yaml"), Some("Gone"), None), "");
    assert_eq!(told(Some("*.yaml"), Some("Gone"), None), "");
    assert_eq!(told(None, Some("Gone"), None), "");
}

#[test]
fn it_expires_like_any_other() {
    let mut expired = suppression("x", scope(None, None, None));
    expired.until = Some("2026-11-22".parse().unwrap());
    let report = judged(vec![expired], vec![stack("/repo/a.yaml", BUCKETS)]);
    assert_eq!(
        of(&report),
        (
            vec![],
            vec!["the suppression of `s3-bucket-logging-enabled` has expired: its last day was 2026-11-22"]
        )
    );
}

/// Whatever finding of a large template is suppressed, nothing else changes.
#[test]
fn a_suppression_takes_away_its_finding_and_no_other() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/insecure.yaml");
    let text = std::fs::read_to_string(path).unwrap();
    let names: Vec<&str> = rules::implemented().map(|rule| rule.name).collect();
    let judge = |suppressions| judged_by(&names, suppressions, vec![stack("a.yaml", &text)]);
    let of = |report: &Report| -> Vec<(String, String, bool, bool)> {
        let findings = report.findings().map(|(_, finding)| {
            let evaluation = &finding.evaluation;
            let (rule, resource) = (evaluation.rule.name.clone(), evaluation.logical_id.to_string());
            (rule, resource, finding.fails, finding.suppression.is_some())
        });
        findings.collect()
    };
    let before = of(&judge(Vec::new()));
    let failing: Vec<usize> = (0..before.len()).filter(|index| before[*index].2).collect();
    assert!(failing.len() > 30, "{}", failing.len());
    for index in failing {
        let (rule, resource, ..) = &before[index];
        let suppression = Suppression {
            rule: Some(rule.clone()),
            ..suppression("known", scope(None, Some(resource), None))
        };
        let mut expected = before.clone();
        expected[index] = (rule.clone(), resource.clone(), false, true);
        assert_eq!(of(&judge(vec![suppression])), expected, "{rule} {resource}");
    }
}
