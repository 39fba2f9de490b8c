//! The keys of other tools.

use super::{bucket, check, findings, folder, warnings};

fn judged(metadata: &str, arguments: &[&str]) -> (i32, Vec<String>) {
    let folder = folder(&[("a.yaml", &bucket(metadata))]);
    let mut all = vec!["a.yaml", "--rule", "s3-bucket-logging-enabled"];
    all.extend(arguments);
    let (code, document) = check(folder.path(), &all);
    assert_eq!(warnings(&document), [""; 0], "what is another tool's is no business of ours");
    (code, findings(&document))
}

const GUARD: &str = "guard:\n  SuppressedRules: [S3_BUCKET_VERSIONING_ENABLED, S3_BUCKET_LOGGING_ENABLED]";
const CFN_NAG: &str = "cfn_nag:\n  rules_to_suppress:\n    - id: W35\n      reason: to the trail";
const CHECKOV: &str = "checkov:\n  skip:\n    - id: CKV_AWS_18\n      comment: to the trail";
const CDK_NAG: &str = "cdk_nag:\n  rules_to_suppress:\n    - {id: AwsSolutions-S1, reason: to the trail}";

#[test]
fn off_unless_asked_for() {
    for metadata in [GUARD, CFN_NAG, CHECKOV, CDK_NAG] {
        assert_eq!(judged(metadata, &[]), (1, vec!["Data s3-bucket-logging-enabled: fails".into()]));
    }
}

#[test]
fn each_tool_by_its_key() {
    for (tool, metadata, said) in [
        (
            "guard",
            GUARD,
            "guard at line 6: S3_BUCKET_LOGGING_ENABLED is suppressed for guard, which gives no reason",
        ),
        ("cfn_nag", CFN_NAG, "cfn_nag at line 7: to the trail (W35, suppressed for cfn_nag)"),
        ("checkov", CHECKOV, "checkov at line 7: to the trail (CKV_AWS_18, suppressed for checkov)"),
        ("cdk_nag", CDK_NAG, "cdk_nag at line 7: to the trail (AwsSolutions-S1, suppressed for cdk_nag)"),
    ] {
        let finding = format!("Data s3-bucket-logging-enabled: metadata {said}");
        assert_eq!(judged(metadata, &["--suppressions-of", tool]), (0, vec![finding]), "{tool}");
        let others = ["guard", "cfn_nag", "checkov", "cdk_nag"].into_iter().filter(|other| *other != tool);
        let others = others.collect::<Vec<_>>().join(",");
        assert_eq!(judged(metadata, &["--suppressions-of", &others]).0, 1, "{tool}");
    }
}

#[test]
fn packs_of_cdk_nag_carry_the_names_of_config_rules() {
    for id in [
        "NIST.800.53.R5-S3BucketLoggingEnabled",
        "NIST.800.53.R4-S3BucketLoggingEnabled",
        "HIPAA.Security-S3BucketLoggingEnabled",
        "PCI.DSS.321-S3BucketLoggingEnabled",
    ] {
        let metadata = format!("cdk_nag:\n  rules_to_suppress:\n    - {{id: {id}, reason: x}}");
        assert_eq!(judged(&metadata, &["--suppressions-of", "cdk_nag"]).0, 0, "{id}");
    }
}

#[test]
fn reasons_in_base64_are_read() {
    let metadata = "cdk_nag:\n  rules_to_suppress:\n    - id: AwsSolutions-S1\n      reason: R3LDvMOfZSDigJQg5b6M\n      is_reason_encoded: true";
    let (_, findings) = judged(metadata, &["--suppressions-of", "cdk_nag"]);
    assert!(findings[0].contains("Grüße — 後 (AwsSolutions-S1"), "{findings:?}");
}

#[test]
fn what_means_something_else_or_nothing_suppresses_nothing() {
    for metadata in [
        "guard: {SuppressedRules: S3_BUCKET_LOGGING_ENABLED}",
        "guard: {SuppressedRules: [{a: b}, [], 7, S3_BUCKET]}",
        "guard: [SuppressedRules]",
        "cfn_nag: {rules_to_suppress: [W35]}",
        "cfn_nag: {rules_to_suppress: [{id: W999, reason: x}, {reason: x}]}",
        "checkov: {skip: [{id: CKV_AWS_1800}]}",
        // Only some of the rule's findings.
        "cdk_nag: {rules_to_suppress: [{id: AwsSolutions-S1, reason: x, applies_to: ['a']}]}",
        "cdk_nag: {rules_to_suppress: [{id: Other-S3BucketLoggingEnabled, reason: x}]}",
        "cdk_nag: {rules_to_suppress: [{id: NIST.800.53.R5-S3BucketLogging, reason: x}]}",
    ] {
        let all = ["--suppressions-of", "guard,cfn_nag,checkov,cdk_nag"];
        assert_eq!(
            judged(metadata, &all),
            (1, vec!["Data s3-bucket-logging-enabled: fails".into()]),
            "{metadata}"
        );
    }
}

#[test]
fn a_suppression_of_theirs_that_serves_nothing_is_theirs() {
    let mended = "    Properties:\n      LoggingConfiguration: {LogFilePrefix: a}\n";
    let folder = folder(&[("a.yaml", &(bucket(GUARD) + mended))]);
    let (code, document) = check(folder.path(), &["a.yaml", "--suppressions-of", "guard", "--strict"]);
    assert_eq!((code, warnings(&document)), (0, Vec::new()));
}
