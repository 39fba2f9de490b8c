//! Every format over one run in which findings fail, are suppressed, and are old.

use super::{folder, run, write};
use std::fs;

const TEMPLATE: &str = "\
Resources:
  Old:
    Type: AWS::S3::Bucket
  New:
    Type: AWS::S3::Bucket
  Suppressed:
    Type: AWS::S3::Bucket
    Metadata:
      cfn-gate:
        suppress:
          - rule: s3-bucket-logging-enabled
            reason: Access logs go to the organisation's trail
            until: 2027-03-31
  Skipped:
    Type: AWS::S3::Bucket
    Metadata:
      checkov:
        skip:
          - id: CKV_AWS_18
            comment: The trail has them
";

#[test]
fn every_format_says_what_does_not_count() {
    let old = "Resources:\n  Old:\n    Type: AWS::S3::Bucket\n  Gone:\n    Type: AWS::S3::Bucket\n";
    let folder = folder(&[("a.yaml", old)]);
    let rule = ["--rule", "s3-bucket-logging-enabled"];
    assert_eq!(run(folder.path(), &[&["baseline", "a.yaml"][..], &rule].concat()).code, 0);
    write(folder.path(), "a.yaml", TEMPLATE);
    let formats = ["text", "json", "junit", "cdk", "sarif", "github", "gitlab", "markdown", "asff", "html"];
    for format in formats {
        let arguments = ["check", "a.yaml", "--format", format, "--today", "2026-11-23", "--show-suppressed"];
        let heeded = ["--suppressions-of", "checkov", "--baseline", ".cfn-gate-baseline.json"];
        let account = ["--account-id", "111122223333", "--region", "eu-west-1"];
        let run = run(folder.path(), &[&arguments[..], &heeded, &account, &rule].concat());
        assert_eq!(run.code, 1, "{run:?}");
        let shown = match format {
            "json" => findings_of(&run.stdout),
            "cdk" | "sarif" | "gitlab" | "asff" => {
                let document: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
                // What rules say of themselves is the same in every run.
                let document = match format {
                    "sarif" => serde_json::json!([
                        document["runs"][0]["results"],
                        document["runs"][0]["invocations"]
                    ]),
                    _ => document,
                };
                serde_json::to_string_pretty(&document).unwrap()
            }
            "junit" => run.stdout.replace("><", ">\n<"),
            "html" => {
                let (_, body) = run.stdout.split_once("</header>").unwrap();
                body.split_once("<script>").unwrap().0.to_owned()
            }
            _ => run.stdout,
        };
        insta::assert_snapshot!(format, shown);
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

/// What the JSON report has beside what it has of any finding.
fn findings_of(json: &str) -> String {
    let document: serde_json::Value = serde_json::from_str(json).unwrap();
    let findings = document["templates"][0]["findings"].as_array().unwrap().iter();
    let findings: Vec<_> = findings
        .map(|finding| {
            serde_json::json!({
                "logicalId": finding["logicalId"],
                "fails": finding["fails"],
                "suppression": finding["suppression"],
            })
        })
        .collect();
    let rest = ["summary", "warnings", "baseline"].map(|key| document[key].clone());
    serde_json::to_string_pretty(&serde_json::json!([findings, rest])).unwrap()
}
