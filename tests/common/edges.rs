//! Reports that are at the edge of something.

use super::{Made, Run, everything, storage_encrypted};
use cfn_gate::evaluate::{Compliance, Reason};
use cfn_gate::gate::{Baseline, Origin, Policy, Report, Scope, Suppression};
use cfn_gate::template::{Diagnostic, SourceFile, Span};
use std::path::Path;
use std::sync::Arc;

/// A suppression of the configuration file, for every resource.
pub fn configured(rule: &str, reason: &str) -> Suppression {
    let text = format!("suppress:\n  - rule: {rule}\n    reason: {reason}\n");
    let span = super::span(&text, rule);
    Suppression {
        rule: Some(rule.into()),
        reason: reason.into(),
        until: None,
        scope: Scope::Matching { path: None, logical_id: None, construct: None },
        origin: Origin::Configuration {
            file: Arc::new(SourceFile { name: ".cfn-gate.yaml".into(), text }),
            span,
        },
    }
}

/// A baseline with a finding of `rds-storage-encrypted` in `a.yaml` for each of these resources.
pub fn baseline(resources: &[&str]) -> Baseline {
    let entry = |resource: &&str| {
        format!(
            "{{\"template\":\"a.yaml\",\"resource\":\"{resource}\",\"rule\":\"rds-storage-encrypted\",\"compliance\":\"NON_COMPLIANT\"}}"
        )
    };
    let entries: Vec<_> = resources.iter().map(entry).collect();
    let text = format!("{{\n\"version\": 1,\n\"findings\": [\n{}\n]}}\n", entries.join(",\n"));
    Baseline::read(SourceFile { name: "baseline.json".into(), text }, Path::new(".")).unwrap()
}

/// Runs that are at the edge of something.
pub fn edges() -> Vec<(&'static str, Report)> {
    let rule = storage_encrypted(&[("kmsKeyId", "alias/a,alias/b")]);
    let database = "Resources:\n  Only:\n    Type: AWS::RDS::DBInstance\n";
    let made = |rule, compliance| Made {
        rule,
        logical_id: "Only",
        resource_type: "AWS::RDS::DBInstance",
        compliance,
        annotation: "StorageEncrypted can't be known",
        property: "",
        at: "Only",
    };
    let one = |policy, compliance| {
        let mut run = Run::new(&[&rule]);
        run.policy(policy).template("a.yaml", database).resource("Only", "AWS::RDS::DBInstance");
        run.finding(made(&rule, compliance), |_| {}).report()
    };
    let strict = Policy { insufficient_data: true, ..Policy::default() };
    let lax = Policy { non_compliant: false, allow_incomplete: true, ..Policy::default() };
    let mut partly = Run::new(&[&rule]);
    partly.policy(lax).template("a.yaml", database).resource("Only", "AWS::RDS::DBInstance");
    partly.incomplete("Only", "a macro makes more of it").finding(made(&rule, Compliance::Compliant), |_| {});
    let mut unjudged = Run::new(&[&rule]);
    unjudged.template("a.yaml", "Resources:\n  Role: {}\n").resource("Role", "AWS::IAM::Role");
    unjudged.not_evaluated("Role", "AWS::IAM::Role", Reason::NoRule);
    let mut failed = Run::new(&[&rule]);
    failed.template("a.yaml", "Resources:\n  Role: {}\n").resource("Role", "AWS::IAM::Role");
    failed.not_evaluated("Role", "AWS::IAM::Role", Reason::Failed("access denied".into()));
    let mut empty_file = Run::new(&[]);
    empty_file.template("a.yaml", "");
    empty_file.diagnostic(Diagnostic::error(Span::default(), "the file is empty"));
    let warned_at = Span { start: 13, end: 17, line: 2, column: 3, ..Span::default() };
    let mut empty_template = Run::new(&[]);
    empty_template.template("a.yaml", "Resources: {}\n");
    let mut suppressed = Run::new(&[&rule]);
    suppressed.template("a.yaml", database).resource("Only", "AWS::RDS::DBInstance");
    suppressed.gate().suppressions.push(configured("rds-storage-encrypted", "a reason"));
    suppressed.finding(made(&rule, Compliance::NonCompliant), |_| {});
    let mut old = Run::new(&[&rule]);
    old.template("a.yaml", database).resource("Only", "AWS::RDS::DBInstance");
    old.gate().baseline = Some(baseline(&["Only", "Gone"]));
    old.finding(made(&rule, Compliance::NonCompliant), |_| {});
    let mut warned = Run::new(&[&rule]);
    warned.policy(Policy { strict: true, ..Policy::default() });
    warned.template("a.yaml", database).resource("Only", "AWS::RDS::DBInstance");
    warned.diagnostic(Diagnostic::warning(warned_at, "something is odd").help("Mend it."));
    warned.gate().suppressions.push(configured("rds-storage-encrypted", "a reason"));
    warned.finding(made(&rule, Compliance::Compliant), |_| {});
    vec![
        ("nothing at all", Run::new(&[]).report()),
        ("an empty file", empty_file.report()),
        ("a template without resources", empty_template.report()),
        ("compliant", one(Policy::default(), Compliance::Compliant)),
        ("tolerated", one(lax, Compliance::NonCompliant)),
        ("open", one(Policy::default(), Compliance::InsufficientData)),
        ("open and failing", one(strict, Compliance::InsufficientData)),
        ("partly known and allowed", partly.report()),
        ("not judged", unjudged.report()),
        ("not evaluated", failed.report()),
        ("suppressed", suppressed.report()),
        ("in the baseline", old.report()),
        ("warned and strict", warned.report()),
        ("everything", everything()),
    ]
}
