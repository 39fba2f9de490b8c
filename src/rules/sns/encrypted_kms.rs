//! `sns-encrypted-kms`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SNS_ENCRYPTED_KMS",
    name: "sns-encrypted-kms",
    resource_types: &["AWS::SNS::Topic"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["SNS.1"],
    parameters: &[Parameter {
        name: "kmsKeyIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "KMS keys of which one has to be used: key IDs, key ARNs, alias names or alias ARNs",
    }],
    summary: "SNS topics should be encrypted with KMS.",
    details: "\
Any KMS key will do, the AWS managed key `alias/aws/sns` too, unless the parameter lists keys. An absent \
`KmsMasterKeyId` means no encryption with KMS.

With the parameter, a key that the template makes, and an alias beside a key ID, leave the verdict open: which \
key they are is known only after deployment.",
    fix: "Set `KmsMasterKeyId` to the ID, ARN or alias of a KMS key.",
    remediation_document: Some("AWSConfigRemediation-EncryptSNSTopic"),
    compliant_when: all_of(&[
        property("KmsMasterKeyId").is_present(),
        when_parameter("kmsKeyIds", &property("KmsMasterKeyId").is_named_by_parameter("kmsKeyIds")),
    ]),
    compliant_example: "\
Alerts:
  Type: AWS::SNS::Topic
  Properties:
    KmsMasterKeyId: alias/alerts
",
    noncompliant_example: "\
Alerts:
  Type: AWS::SNS::Topic
",
    ..Rule::BASE
};
