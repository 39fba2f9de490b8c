//! `--rules`, `--rule`, `--skip-rule`, `--severity`: which rules are applied, and what is wrong with a set.

use super::{INSECURE, folder, run};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A conformance pack: a parameter, a condition, scopes, a rule about the account, custom rules.
const PACK: &str = "\
Parameters:
  Key: {Type: String, Default: alias/one}
  WithBuckets: {Type: String, Default: 'no'}
Conditions:
  Buckets: !Equals [!Ref WithBuckets, 'yes']
Resources:
  Encrypted:
    Type: AWS::Config::ConfigRule
    Properties:
      ConfigRuleName: our-encryption
      InputParameters: {kmsKeyId: !Ref Key}
      Source: {Owner: AWS, SourceIdentifier: RDS_STORAGE_ENCRYPTED}
  Logging:
    Type: AWS::Config::ConfigRule
    Condition: Buckets
    Properties:
      Source: {Owner: AWS, SourceIdentifier: S3_BUCKET_LOGGING_ENABLED}
  Tagged:
    Type: AWS::Config::ConfigRule
    Properties:
      ConfigRuleName: production-topics
      Scope: {TagKey: stage, TagValue: production}
      Source: {Owner: AWS, SourceIdentifier: SNS_ENCRYPTED_KMS}
  Root:
    Type: AWS::Config::ConfigRule
    Properties:
      ConfigRuleName: root-mfa
      Source: {Owner: AWS, SourceIdentifier: ROOT_ACCOUNT_MFA_ENABLED}
  Ours:
    Type: AWS::Config::ConfigRule
    Properties:
      ConfigRuleName: our-own
      Source: {Owner: CUSTOM_POLICY, CustomPolicyDetails: {PolicyRuntime: guard-2.x.x, PolicyText: 'rule a {}'}}
";

const TEMPLATE: &str = "\
Parameters: {Stage: {Type: String}}
Resources:
  Database: {Type: AWS::RDS::DBInstance, Properties: {StorageEncrypted: true, KmsKeyId: alias/two}}
  Production: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: stage, Value: production}]}}
  Test: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: stage, Value: test}]}}
  Untagged: {Type: AWS::SNS::Topic}
  Open: {Type: AWS::SNS::Topic, Properties: {Tags: [{Key: stage, Value: !Ref Stage}]}}
  Bucket: {Type: AWS::S3::Bucket}
";

fn report(folder: &TempDir, arguments: &[&str]) -> Value {
    let run = run(folder, &[&["check", "a.yaml", "--format", "json"], arguments].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// The names under `key` of the report: `rules` or `undecidedRules`.
fn names(report: &Value, key: &str) -> Vec<String> {
    let list = report[key].as_array().unwrap();
    list.iter().map(|rule| rule["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_conformance_pack_is_a_rule_set() {
    let folder = folder(&[("a.yaml", TEMPLATE), ("pack.yaml", PACK)]);
    let report = report(&folder, &["--rules", "pack.yaml"]);
    assert_eq!(names(&report, "rules"), ["our-encryption", "production-topics"]);
    assert_eq!(report["rules"][0]["parameters"], json!({"kmsKeyId": "alias/one"}));
    assert_eq!(names(&report, "undecidedRules"), ["root-mfa", "our-own"]);
    assert_eq!(report["undecidedRules"][1]["reason"], "the logic of a custom rule is in the account");
    let findings = report["templates"][0]["findings"].as_array().unwrap();
    let mut verdicts: Vec<_> = findings
        .iter()
        .map(|finding| format!("{} {}", finding["logicalId"], finding["compliance"]).replace('"', ""))
        .collect();
    verdicts.sort();
    assert_eq!(
        verdicts,
        ["Database NON_COMPLIANT", "Open INSUFFICIENT_DATA", "Production NON_COMPLIANT"],
        "the scope leaves out the other topics"
    );
}

#[test]
fn what_gets_no_verdict_is_counted_in_the_text() {
    let folder = folder(&[("a.yaml", TEMPLATE), ("pack.yaml", PACK)]);
    let run = run(&folder, &["check", "a.yaml", "--rules", "pack.yaml"]);
    let line = "  undecided    2 more rules of the set: 1 about the account, 1 custom\n";
    assert!(run.out.contains(line), "{}", run.out);
}

#[test]
fn rules_are_added_to_a_set_and_taken_away() {
    let folder = folder(&[("a.yaml", TEMPLATE), ("pack.yaml", PACK)]);
    let arguments = [
        "--rules",
        "pack.yaml",
        "--rule",
        "s3-bucket-logging-enabled",
        "--rule",
        "our-encryption:kmsKeyId=alias/two",
        "--skip-rule",
        "production-topics",
    ];
    let report = report(&folder, &arguments);
    assert_eq!(names(&report, "rules"), ["our-encryption", "s3-bucket-logging-enabled"]);
    assert_eq!(report["summary"]["nonCompliant"], 1, "the key is the right one now");
}

#[test]
fn the_default_is_what_aws_offered_in_proactive_mode() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    assert_eq!(names(&report(&folder, &[]), "rules").len(), 18);
    assert_eq!(names(&report(&folder, &["--rules", "proactive"]), "rules").len(), 18);
}

#[test]
fn all_rules_are_all_that_aws_documents() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let report = report(&folder, &["--rules", "all"]);
    let implemented = names(&report, "rules").len() + names(&report, "undecidedRules").len();
    assert_eq!(implemented, cfn_gate::rules::all().count());
}

#[test]
fn a_severity_leaves_out_what_is_milder() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let report = report(&folder, &["--severity", "critical"]);
    assert!(!report["rules"].as_array().unwrap().is_empty());
    assert!(report["rules"].as_array().unwrap().iter().all(|rule| rule["severity"] == "CRITICAL"));
}

#[test]
fn a_wrong_parameter_of_a_pack_is_an_error_with_its_line() {
    let pack = PACK.replace("{kmsKeyId: !Ref Key}", "{kmsKey: !Ref Key}");
    let folder = folder(&[("a.yaml", TEMPLATE), ("pack.yaml", &pack)]);
    let run = run(&folder, &["check", "a.yaml", "--rules", "pack.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("error: pack.yaml:11:"), "{}", run.err);
    assert!(run.err.contains("has no parameter kmsKey: it takes kmsKeyId"), "{}", run.err);
}

#[test]
fn a_set_that_is_not_there_is_an_error_that_names_the_sets() {
    let folder = folder(&[("a.yaml", TEMPLATE)]);
    let run = run(&folder, &["check", "a.yaml", "--rules", "fspb"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("proactive, fsbp, all"), "{}", run.err);
}

#[test]
fn the_gate_fails_from_a_severity_on() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let code = |what: &str| {
        run(&folder, &["check", "a.yaml", "--rule", "rds-storage-encrypted", "--fail-on", what]).code
    };
    assert_eq!(code("low"), 1);
    assert_eq!(code("medium"), 1);
    assert_eq!(code("high"), 0);
    assert_eq!(code("critical,insufficient-data"), 0);
}

#[test]
fn the_score_is_that_of_the_standard() {
    let folder = folder(&[("a.yaml", INSECURE)]);
    let fsbp = |format: &str| {
        let skip = ["--severity", "medium", "--rules", "fsbp"];
        run(&folder, &[&["check", "a.yaml", "--format", format], &skip[..]].concat()).out
    };
    let report: Value = serde_json::from_str(&fsbp("json")).unwrap();
    assert!(report["score"]["failed"].as_u64() > Some(0), "{}", report["score"]);
    assert!(report["score"]["undecided"].as_u64() > Some(0), "{}", report["score"]);
    assert!(fsbp("text").contains("\n  score "));
    // Other sets have none.
    let other = run(&folder, &["check", "a.yaml", "--rules", "proactive"]);
    assert!(!other.out.contains("\n  score "));
}

#[test]
fn a_set_that_decides_nothing_is_warned_of() {
    let pack = "\
Resources:
  Root: {Type: AWS::Config::ConfigRule, Properties: {Source: {Owner: AWS, SourceIdentifier: ROOT_ACCOUNT_MFA_ENABLED}}}
";
    let folder = folder(&[("a.yaml", INSECURE), ("pack.yaml", pack)]);
    let run = run(&folder, &["check", "a.yaml", "--rules", "pack.yaml"]);
    assert_eq!(run.code, 0);
    assert!(
        run.err.starts_with("warning: the only rule, root-account-mfa-enabled, can't be decided"),
        "{run:?}"
    );
    assert!(run.out.contains("1 about the account"), "{run:?}");
}
