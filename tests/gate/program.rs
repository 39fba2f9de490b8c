//! Rules that a CDK program acknowledges, `Validations.of(scope).acknowledge({ id: 'cfn-gate::RULE', reason })`, as
//! aws-cdk-lib 2.276 writes them into the assembly.

use super::{check, findings, folder, warnings};
use serde_json::{Value, json};

const TEMPLATE: &str = r#"{"Resources": {
  "Data": {"Type": "AWS::S3::Bucket", "Metadata": {"aws:cdk:path": "Prod/Storage/Data/Resource"}},
  "Other": {"Type": "AWS::S3::Bucket", "Metadata": {"aws:cdk:path": "Prod/Other/Resource"}}
}}"#;

/// What a check says where these constructs acknowledge these rules.
fn judged(acknowledged: &[(&str, Value)], arguments: &[&str]) -> (i32, Vec<String>, Vec<String>) {
    let mut metadata = json!({
        "/Prod/Storage/Data/Resource": [{"type": "aws:cdk:logicalId", "data": "Data"}],
        "/Prod/Other/Resource": [{"type": "aws:cdk:logicalId", "data": "Other"}],
    });
    for (construct, rules) in acknowledged {
        let item = json!({
            "type": "aws:cdk:acknowledged-rules",
            "data": rules,
            "trace": ["    ...new Bucket2 in aws-cdk-lib...", "    at new Storage (/app/lib/storage.ts:15:21)"],
        });
        let items = metadata.as_object_mut().unwrap().entry(*construct).or_insert_with(|| json!([]));
        items.as_array_mut().unwrap().push(item);
    }
    let manifest = json!({
        "version": "55.0.0",
        "artifacts": {"Prod": {
            "type": "aws:cloudformation:stack",
            "properties": {"templateFile": "Prod.template.json"},
            "metadata": metadata,
        }},
    });
    let folder = folder(&[
        ("cdk.out/cdk.out", r#"{"version": "55.0.0"}"#),
        ("cdk.out/manifest.json", &manifest.to_string()),
        ("cdk.out/Prod.template.json", TEMPLATE),
    ]);
    let mut all = vec!["cdk.out", "--rule", "s3-bucket-logging-enabled"];
    all.extend(arguments);
    let (code, document) = check(folder.path(), &all);
    (code, findings(&document), warnings(&document))
}

#[test]
fn a_rule_is_acknowledged_for_a_construct_and_all_in_it() {
    let rules = json!({"cfn-gate::s3-bucket-logging-enabled": "to the trail"});
    for construct in ["/Prod/Storage/Data/Resource", "/Prod/Storage/Data", "/Prod/Storage"] {
        let (code, findings, warnings) = judged(&[(construct, rules.clone())], &[]);
        assert_eq!((code, warnings.len()), (1, 0), "{construct}");
        assert_eq!(
            findings,
            [
                "Data s3-bucket-logging-enabled: program at line 15: to the trail",
                "Other s3-bucket-logging-enabled: fails"
            ],
            "{construct}"
        );
    }
    let (code, findings, _) = judged(&[("/Prod", rules)], &[]);
    assert_eq!((code, findings.len()), (0, 2));
}

#[test]
fn rules_of_other_tools_are_theirs() {
    let rules = json!({
        "CloudFormation-Validate::W3045": "x",
        "Annotation::s3-bucket-logging-enabled": "x",
        "s3-bucket-logging-enabled": "x",
        "cfn-gate:s3-bucket-logging-enabled": "x",
    });
    let (code, findings, warnings) = judged(&[("/Prod", rules)], &[]);
    assert_eq!((code, warnings.len()), (1, 0));
    assert!(findings.iter().all(|finding| finding.ends_with("fails")), "{findings:?}");
}

#[test]
fn what_is_wrong_is_told() {
    let (code, _, told) = judged(
        &[(
            "/Prod",
            json!({"cfn-gate::s3-bucket-loging-enabled": "x", "cfn-gate::S3_BUCKET_LOGGING_ENABLED": " "}),
        )],
        &[],
    );
    assert_eq!(code, 1);
    assert_eq!(
        told,
        [
            "2: there is no rule `s3-bucket-loging-enabled`, so the acknowledgement for Prod suppresses nothing | \
             Did you mean `cfn-gate::s3-bucket-logging-enabled`?",
            "2: no reason is given for `cfn-gate::S3_BUCKET_LOGGING_ENABLED`, so the acknowledgement for Prod suppresses \
             nothing | Give a `reason`.",
        ]
    );
}

#[test]
fn what_serves_nothing_is_told() {
    let rules = json!({"cfn-gate::s3-bucket-versioning-enabled": "x"});
    let (_, _, told) = judged(&[("/Prod/Other", rules.clone())], &[]);
    assert_eq!(told, [""; 0], "the rule was not applied");
    let (_, _, told) = judged(&[("/Prod/Other", rules)], &["--rule", "s3-bucket-versioning-enabled"]);
    assert_eq!(told, [""; 0], "it is wrong");
    // Buckets are encrypted by default.
    let rules = json!({"cfn-gate::s3-bucket-server-side-encryption-enabled": "x"});
    let (_, _, told) = judged(&[("/Prod", rules)], &["--rule", "s3-bucket-server-side-encryption-enabled"]);
    assert_eq!(
        told,
        [
            "2: the acknowledgement of `s3-bucket-server-side-encryption-enabled` for Prod (/app/lib/storage.ts:15:21) serves \
             nothing: the rule finds nothing wrong with any of 2 resources | Delete it."
        ]
    );
}

#[test]
fn a_line_that_serves_one_stage_serves() {
    // The same line, run for two constructs; one of them has nothing wrong.
    let rules = json!({"cfn-gate::s3-bucket-server-side-encryption-enabled": "x"});
    let both = [("/Prod/Storage", rules.clone()), ("/Prod/Other", rules)];
    let (_, _, told) = judged(&both, &["--rule", "s3-bucket-server-side-encryption-enabled"]);
    assert_eq!(told.len(), 2, "{told:?}");
    let rules = json!({"cfn-gate::s3-bucket-logging-enabled": "x"});
    let both = [("/Prod/Storage", rules.clone()), ("/Prod/Queues", rules)];
    let (_, _, told) = judged(&both, &[]);
    assert_eq!(told, [""; 0]);
}

#[test]
fn programs_need_not_be_heeded() {
    let rules = json!({"cfn-gate::s3-bucket-logging-enabled": "to the trail"});
    let (code, findings, _) = judged(&[("/Prod", rules)], &["--no-template-suppressions"]);
    assert_eq!(code, 1);
    assert!(findings.iter().all(|finding| finding.ends_with("fails")), "{findings:?}");
}
