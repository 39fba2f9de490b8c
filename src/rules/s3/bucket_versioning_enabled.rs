//! `s3-bucket-versioning-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_VERSIONING_ENABLED",
    name: "s3-bucket-versioning-enabled",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Low,
    security_hub: &["S3.14"],
    parameters: &[Parameter {
        name: "isMfaDeleteEnabled",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "true: MFA Delete must be on as well",
    }],
    summary: "S3 buckets should have versioning enabled.",
    details: "\
Versions bring back what was deleted or overwritten by mistake. Absent and `Suspended` are not enabled; \
`ObjectLockEnabled` makes S3 switch versioning on by itself.

CloudFormation can't switch on MFA Delete, so with `isMfaDeleteEnabled` no bucket complies.",
    fix: "Set `VersioningConfiguration.Status` to `Enabled`.",
    remediation_document: Some("AWS-ConfigureS3BucketVersioning"),
    compliant_when: all_of(&[
        when(
            &property("ObjectLockEnabled").default("false").is_true(),
            &property("VersioningConfiguration.Status").default("Enabled").equals("Enabled"),
            &property("VersioningConfiguration.Status").equals("Enabled"),
        ),
        when(
            &parameter_is_true("isMfaDeleteEnabled"),
            &never("CloudFormation can't switch on MFA Delete"),
            &Check::ALWAYS,
        ),
    ]),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    VersioningConfiguration:
      Status: Enabled
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};
