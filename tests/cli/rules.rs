//! `cfn-gate rules`.

use super::{INSECURE, check, folder, run};
use serde_json::Value;

#[test]
fn the_list_is_a_table_with_the_rules_that_apply_by_default() {
    let run = run(&folder(&[]), &["rules", "list"]);
    assert_eq!(run.code, 0);
    let lines: Vec<_> = run.out.lines().collect();
    assert!(lines[0].starts_with("RULE ") && lines[0].ends_with("SUMMARY"));
    let summary = lines[0].find("SUMMARY").unwrap();
    let row = lines.iter().find(|line| line.starts_with("rds-storage-encrypted ")).unwrap();
    assert!(row[..summary].contains("AWS::RDS::DBInstance"));
    assert_eq!(&row[summary..], "Storage encryption should be on for RDS DB instances.");
    assert_eq!(lines.len() - 1, cfn_gate::rules::all().filter(|rule| rule.proactive).count());
}

#[test]
fn the_list_of_all_rules_as_json() {
    let run = run(&folder(&[]), &["rules", "list", "--all", "--format", "json"]);
    let list: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    assert_eq!(list.len(), cfn_gate::rules::all().count());
    assert!(list.iter().any(|rule| rule["identifier"] == "RDS_STORAGE_ENCRYPTED"));
}

#[test]
fn a_page_can_be_had_by_name_and_by_identifier() {
    let folder = folder(&[]);
    let page = run(&folder, &["rules", "show", "rds-storage-encrypted"]);
    assert_eq!(page.code, 0);
    for part in [
        "# rds-storage-encrypted\n\nStorage encryption should be on for RDS DB instances.\n",
        "- Identifier: `RDS_STORAGE_ENCRYPTED`\n",
        "- Security Hub controls: RDS.3\n",
        "- `kmsKeyId` (String, optional): ",
        "## Passes\n\n```yaml\nResources:\n  ",
        "## Fails\n\n```yaml\nResources:\n  ",
        "<https://docs.aws.amazon.com/config/latest/developerguide/rds-storage-encrypted.html>",
    ] {
        assert!(page.out.contains(part), "{part:?} is not in\n{}", page.out);
    }
    assert_eq!(page.out, run(&folder, &["rules", "show", "RDS_STORAGE_ENCRYPTED"]).out);
}

#[test]
fn a_page_as_json() {
    let run = run(&folder(&[]), &["rules", "show", "rds-storage-encrypted", "--format", "json"]);
    let page: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(page["name"], "rds-storage-encrypted");
    assert_eq!(page["parameters"][0]["name"], "kmsKeyId");
    assert_eq!(page["resourceTypes"], serde_json::json!(["AWS::RDS::DBInstance"]));
}

#[test]
fn a_misspelt_rule_is_2() {
    let run = run(&folder(&[]), &["rules", "show", "rds-storage-encryptd"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("did you mean `rds-storage-encrypted`?"), "{run:?}");
}

#[test]
fn parameters_of_rules_are_heeded() {
    let template = INSECURE.replace("false", "true\n      KmsKeyId: alias/one");
    let folder = folder(&[("a.yaml", &template)]);
    let code = |rule: &str| super::run(&folder, &["check", "a.yaml", "--rule", rule]).code;
    assert_eq!(code("rds-storage-encrypted:kmsKeyId=alias/one"), 0);
    assert_eq!(code("rds-storage-encrypted:kmsKeyId=alias/two"), 1);
    assert_eq!(check(&folder, &["a.yaml"]).code, 0);
}

/// The names of the rules that `rules list` shows with these arguments.
fn listed(arguments: &[&str]) -> Vec<String> {
    let run = run(&folder(&[]), &[&["rules", "list", "--format", "json"], arguments].concat());
    assert_eq!(run.code, 0, "{run:?}");
    let list: Vec<Value> = serde_json::from_str(&run.out).unwrap();
    list.iter().map(|rule| rule["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_list_is_filtered_by_what_is_given() {
    let has = |arguments: &[&str], name: &str| listed(arguments).iter().any(|listed| listed == name);
    assert!(has(&["--type", "AWS::RDS::DBInstance"], "rds-storage-encrypted"));
    assert!(!has(&["--type", "AWS::RDS::DBCluster"], "rds-storage-encrypted"));
    assert!(has(&["--service", "rds"], "rds-storage-encrypted"));
    assert!(has(&["--service", "guardduty"], "guardduty-enabled-centralized"));
    assert!(!has(&["--service", "s3"], "rds-storage-encrypted"));
    assert!(has(&["--decidable", "no"], "access-keys-rotated"));
    assert!(!has(&["--decidable", "yes"], "access-keys-rotated"));
    assert!(has(&["--decidable", "yes"], "rds-storage-encrypted"));
    assert_eq!(listed(&["--mode", "proactive"]).len(), 18);
    assert_eq!(listed(&["--mode", "detective"]).len(), listed(&["--all"]).len());
    assert!(has(&["--severity", "medium"], "rds-storage-encrypted"));
    assert!(!has(&["--severity", "high"], "rds-storage-encrypted"));
    assert!(has(&["--severity", "high"], "rds-instance-public-access-check"));
    assert_eq!(listed(&["--control", "RDS.3"]), ["rds-storage-encrypted"]);
    assert!(has(&["--control", "fsbp"], "rds-storage-encrypted"));
    assert!(!has(&["--control", "fsbp"], "sns-encrypted-kms"));
    let all = ["--service", "rds", "--mode", "proactive", "--severity", "critical"];
    assert_eq!(listed(&all), ["rds-instance-public-access-check"]);
}

#[test]
fn the_list_says_what_decides_each_rule() {
    let run = run(&folder(&[]), &["rules", "list", "--all"]);
    let row = |name: &str| run.out.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(row("rds-storage-encrypted ").contains(" template "));
    assert!(row("access-keys-rotated ").contains(" runtime "));
    assert!(row("iam-password-policy ").contains(" account "));
}

#[test]
fn a_rule_is_explained_with_its_fix_in_three_languages() {
    let run = run(&folder(&[]), &["explain", "S3_BUCKET_LOGGING_ENABLED"]);
    assert_eq!(run.code, 0);
    for part in [
        "s3-bucket-logging-enabled\n\nServer access logging should be on for S3 buckets.\n",
        "\n```yaml\nResources:\n",
        "\n```json\n{\n  \"Resources\": {\n",
        "\nimport * as s3 from 'aws-cdk-lib/aws-s3';\n",
        "  loggingConfiguration: {\n    destinationBucketName: '",
        "- Identifier: `S3_BUCKET_LOGGING_ENABLED`\n",
        "- AWS Foundational Security Best Practices: S3.9\n",
        "- Remediation runbook: `AWS-ConfigureS3BucketLogging`\n",
        "<https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-logging-enabled.html>",
    ] {
        assert!(run.out.contains(part), "{part:?} is not in\n{}", run.out);
    }
    let is_prose = |line: &&str| !line.contains("http");
    assert!(run.out.lines().filter(is_prose).all(|line| line.chars().count() <= 100));
}

#[test]
fn what_no_template_decides_is_explained_too() {
    let run = run(&folder(&[]), &["explain", "access-keys-rotated"]);
    assert!(
        run.out.contains("It needs what exists only after deployment: the age of an access key"),
        "{run:?}"
    );
    assert!(!run.out.contains("```"));
}
