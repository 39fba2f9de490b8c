//! Reports that are at the edge of something.

use super::{Made, Run, everything, storage_encrypted};
use cfn_gate::evaluate::{Compliance, Reason};
use cfn_gate::gate::{Policy, Report};
use cfn_gate::template::{Diagnostic, Span};

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
    let mut empty_template = Run::new(&[]);
    empty_template.template("a.yaml", "Resources: {}\n");
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
        ("everything", everything()),
    ]
}
