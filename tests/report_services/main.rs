//! What the formats for services promise: valid under their schemas, within their limits, every finding in them, known again
//! when lines have moved.

mod asff;
#[path = "../common/mod.rs"]
mod common;
mod github;
mod gitlab;
mod html;
mod markdown;
mod sarif;

use cfn_gate::evaluate::Compliance;
use cfn_gate::gate::{Policy, Report};
use cfn_gate::report::Format;
use cfn_gate::source::{CodeLine, Construct};
use common::{Made, Run, custom, edges, storage_encrypted, written};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn json(format: Format, report: &Report) -> Value {
    serde_json::from_str(&written(format, report)).unwrap()
}

fn schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value}"))
}

/// The findings that formats for services list.
fn listed(report: &Report) -> Vec<(&str, &str, Compliance)> {
    let all = report.findings().map(|(_, finding)| &finding.evaluation);
    all.filter(|evaluation| {
        matches!(evaluation.compliance, Compliance::NonCompliant | Compliance::InsufficientData)
    })
    .map(|evaluation| (evaluation.rule.name.as_str(), &*evaluation.logical_id, evaluation.compliance))
    .collect()
}

/// A run with one finding, in a template that begins with `before`.
fn one(before: &str, property: &str, change: impl FnOnce(&mut Run)) -> Report {
    let rule = storage_encrypted(&[]);
    let mut run = Run::new(&[&rule]);
    let text = format!("{before}Resources:\n  Only:\n    Type: AWS::RDS::DBInstance\n");
    run.template("./a b/c:d.yaml", &text).resource("Only", "AWS::RDS::DBInstance");
    let made = Made {
        rule: &rule,
        logical_id: "Only",
        resource_type: "AWS::RDS::DBInstance",
        compliance: Compliance::NonCompliant,
        annotation: "StorageEncrypted is `false`, expected `true`",
        property,
        at: "AWS::RDS::DBInstance",
    };
    run.finding(made, |_| {});
    change(&mut run);
    run.report()
}

/// Makes the resource `Only` of the last template one that CDK made.
fn made_by_cdk(run: &mut Run, is_local: bool) {
    let line = CodeLine { file: "lib/orders.ts".into(), line: 7, column: Some(5), is_local };
    let construct = Construct {
        path: "Prod/Orders/Database/Resource".into(),
        source: Some(line),
        properties: Vec::new(),
        is_library_code: false,
        acknowledged: Vec::new(),
    };
    run.stack().provenance.constructs.insert("Only".into(), construct);
}

/// As many findings as wanted, each on a resource of its own.
fn many(count: usize, annotation: &str) -> Report {
    many_under(Policy::default(), count, annotation)
}

fn many_under(policy: Policy, count: usize, annotation: &str) -> Report {
    let rule = storage_encrypted(&[]);
    let open = custom("open");
    let mut run = Run::new(&[&rule, &open]);
    run.policy(policy);
    run.template("a.yaml", "Resources:\n  Only: {}\n").resource("Only", "AWS::RDS::DBInstance");
    for number in 0..count {
        let (rule, compliance) = match number % 2 {
            0 => (&open, Compliance::InsufficientData),
            _ => (&rule, Compliance::NonCompliant),
        };
        let made = Made {
            rule,
            logical_id: "Only",
            resource_type: "AWS::RDS::DBInstance",
            compliance,
            annotation,
            property: "",
            at: "Only",
        };
        run.finding(made, |evaluation| evaluation.logical_id = format!("Only{number}").into());
    }
    run.report()
}

/// Edges, and a finding that CDK made.
fn edges_and_cdk() -> Vec<(&'static str, Report)> {
    let cdk = one("", "StorageEncrypted", |run| made_by_cdk(run, true));
    edges().into_iter().chain([("cdk", cdk)]).collect()
}
