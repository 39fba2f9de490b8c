//! The templates in `examples/`: what they promise, they hold.

use crate::judge::judge;
use cfn_gate::evaluate::{Compliance, Evaluation};
use cfn_gate::resolve::Environment;
use cfn_gate::rules::{self, Rule};
use std::collections::BTreeMap;
use std::path::Path;

/// The services whose rules have a template that breaks all of them and one that keeps all of them, and
/// the resource types that begin with the service's name.
const SERVICES: [(&str, &str); 9] = [
    ("apigateway", "AWS::ApiGateway::"),
    ("autoscaling", "AWS::AutoScaling::"),
    ("ec2", "AWS::EC2::"),
    ("elasticsearch", "AWS::Elasticsearch::"),
    ("lambda", "AWS::Lambda::"),
    ("rds", "AWS::RDS::"),
    ("redshift", "AWS::Redshift::"),
    ("s3", "AWS::S3::"),
    ("sns", "AWS::SNS::"),
];

/// The rules of the default set.
fn proactive() -> impl Iterator<Item = &'static Rule> {
    rules::all().filter(|rule| rule.proactive)
}

fn judge_example(rule: &'static Rule, name: &str) -> Vec<Evaluation> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
    judge(rule, &text, &Environment::default(), &[]).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn insecure_examples_break_every_rule_of_their_service() {
    for (service, types) in SERVICES {
        for rule in proactive().filter(|rule| rule.resource_types[0].starts_with(types)) {
            let name = format!("{service}-insecure.yaml");
            let broken = judge_example(rule, &name)
                .iter()
                .any(|evaluation| evaluation.compliance == Compliance::NonCompliant);
            assert!(broken, "{name} does not break {}", rule.name);
        }
    }
}

#[test]
fn compliant_examples_keep_every_rule() {
    for (service, types) in SERVICES {
        for rule in proactive() {
            let name = format!("{service}-compliant.yaml");
            let evaluations = judge_example(rule, &name);
            assert!(
                !evaluations.is_empty() || !rule.resource_types[0].starts_with(types),
                "{} judges nothing in {name}",
                rule.name
            );
            for evaluation in evaluations {
                let logical_id = &evaluation.logical_id;
                assert_eq!(
                    evaluation.compliance,
                    Compliance::Compliant,
                    "{name}: {logical_id}: {}",
                    rule.name
                );
            }
        }
    }
}

/// The template of the README's first command.
#[test]
fn the_large_example_has_findings_of_every_kind() {
    let found: BTreeMap<(&str, String), Evaluation> = proactive()
        .flat_map(|rule| judge_example(rule, "insecure.yaml").into_iter().map(move |it| (rule, it)))
        .filter(|(_, evaluation)| evaluation.compliance != Compliance::Compliant)
        .map(|(rule, evaluation)| ((rule.name, evaluation.logical_id.to_string()), evaluation))
        .collect();
    let summary: Vec<_> = found
        .iter()
        .map(|((rule, resource), evaluation)| (*rule, resource.as_str(), evaluation.compliance.as_str()))
        .collect();
    assert_eq!(
        summary,
        [
            ("autoscaling-group-elb-healthcheck-required", "WebServers", "NON_COMPLIANT"),
            ("elasticsearch-logs-to-cloudwatch", "Search", "NON_COMPLIANT"),
            ("rds-multi-az-support", "Database", "NON_COMPLIANT"),
            ("rds-storage-encrypted", "Database", "INSUFFICIENT_DATA"),
            ("s3-bucket-logging-enabled", "Invoices", "NON_COMPLIANT"),
            ("subnet-auto-assign-public-ip-disabled", "PublicSubnet", "NON_COMPLIANT"),
        ]
    );
    let origin = |rule, resource: &str| found[&(rule, resource.to_owned())].origin.map(|span| span.line);
    assert!(origin("elasticsearch-logs-to-cloudwatch", "Search").is_some(), "a parameter's default");
    assert!(origin("rds-multi-az-support", "Database").is_some(), "a mapping");
    assert!(origin("subnet-auto-assign-public-ip-disabled", "PublicSubnet").is_none(), "written there");
}
