//! The AWS Security Finding Format, for Security Hub.

use super::common::{Run, edges, written_with};
use super::{array, edges_and_cdk, json, listed, one, text};
use cfn_gate::evaluate::Compliance;
use cfn_gate::report::{self, Format, Options};
use serde_json::Value;
use std::collections::HashSet;
use std::time::{Duration, UNIX_EPOCH};

/// No longer than the format takes, and not blank.
fn fits(value: &Value, most: usize) -> bool {
    let text = text(value);
    !text.trim().is_empty() && text.chars().count() <= most
}

#[test]
fn findings_are_as_security_hub_wants_them() {
    let mut long = one("", "", |_| {});
    let evaluation = &mut long.templates[0].findings[0].evaluation;
    evaluation.annotation = "ü".repeat(5_000);
    evaluation.logical_id = " ".repeat(5_000).into();
    evaluation.resource_type = "A".repeat(5_000).into();
    evaluation.condition = Some("B".repeat(5_000).into());
    for (name, report) in edges_and_cdk().into_iter().chain([("long", long)]) {
        let findings = json(Format::Asff, &report);
        let findings = array(&findings);
        for finding in findings {
            assert!(fits(&finding["Title"], 256) && fits(&finding["Description"], 1024), "{name}: {finding}");
            assert!(fits(&finding["Id"], 512) && fits(&finding["GeneratorId"], 512), "{name}: {finding}");
            assert!(fits(&finding["Resources"][0]["Id"], 512), "{name}: {finding}");
            let details = finding["Resources"][0]["Details"]["Other"].as_object().unwrap();
            assert!(details.values().all(|value| fits(value, 1024)), "{name}: {finding}");
            assert_eq!(finding["SchemaVersion"], "2018-10-08");
            assert_eq!(finding["AwsAccountId"], "111122223333");
            let product = "arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default";
            assert_eq!(finding["ProductArn"], product);
            assert_eq!(finding["UpdatedAt"], "2026-01-01T00:00:00Z");
            let size = finding.to_string().len();
            assert!(size <= 240 * 1024, "{name}: {size}");
        }
        let ids: HashSet<_> = findings.iter().map(|finding| text(&finding["Id"])).collect();
        assert_eq!(ids.len(), findings.len(), "{name}");
    }
}

#[test]
fn every_finding_is_there_with_its_status() {
    for (name, report) in edges() {
        let findings = json(Format::Asff, &report);
        for (rule, logical_id, compliance) in listed(&report) {
            let title = format!("{rule}: {logical_id} (AWS::RDS::DBInstance)");
            let mut found = array(&findings).iter().filter(|finding| text(&finding["Title"]) == title);
            let finding = found.next().unwrap_or_else(|| panic!("{name}: {title}"));
            assert!(found.next().is_none(), "{name}: {title}");
            let (status, severity) = match compliance {
                Compliance::NonCompliant => ("FAILED", "MEDIUM"),
                _ => ("WARNING", "INFORMATIONAL"),
            };
            assert_eq!(finding["Compliance"]["Status"], status, "{name}: {title}");
            assert_eq!(finding["Severity"]["Label"], severity, "{name}: {title}");
        }
    }
}

#[test]
fn what_is_not_known_is_asked_for() {
    let refused = |account: Option<&str>, region: Option<&str>| {
        let options = Options {
            account_id: account.map(str::to_owned),
            region: region.map(str::to_owned),
            ..Options::default()
        };
        let error = report::write(Format::Asff, &one("", "", |_| {}), &options, &mut Vec::new());
        error.unwrap_err().to_string()
    };
    assert_eq!(
        refused(None, Some("eu-west-1")),
        "AWS Security Hub needs the account of every finding, and that of `./a b/c:d.yaml` is not known: \
         pass --account-id, for example --account-id 111122223333"
    );
    assert_eq!(
        refused(Some("111122223333"), None),
        "AWS Security Hub needs the Region of every finding, and that of `./a b/c:d.yaml` is not known: \
         pass --region, for example --region eu-west-1"
    );
    // Where there is nothing to import, nothing is missing.
    let nothing = written_with(Format::Asff, &Run::new(&[]).report(), &Options::default());
    assert_eq!(nothing, "[]\n");
}

#[test]
fn a_cloud_assembly_knows_where_its_stacks_go() {
    let report = one("", "", |run| {
        let stack = &mut run.stack().provenance;
        stack.account_id = Some("444455556666".into());
        stack.region = Some("cn-north-1".into());
    });
    let finding = json(Format::Asff, &report)[0].take();
    assert_eq!(finding["AwsAccountId"], "444455556666");
    let product = "arn:aws-cn:securityhub:cn-north-1:444455556666:product/444455556666/default";
    assert_eq!(finding["ProductArn"], product);
    assert_eq!(finding["Resources"][0]["Partition"], "aws-cn");
}

#[test]
fn the_time_is_the_one_given() {
    let time = UNIX_EPOCH + Duration::from_secs(1_709_251_199);
    let account = (Some("111122223333".into()), Some("eu-west-1".into()));
    let options = Options { account_id: account.0, region: account.1, time, ..Options::default() };
    let written = written_with(Format::Asff, &one("", "", |_| {}), &options);
    assert!(written.contains("\"CreatedAt\":\"2024-02-29T23:59:59Z\""), "{written}");
}
