//! `cloud-trail-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUD_TRAIL_ENCRYPTION_ENABLED",
    name: "cloud-trail-encryption-enabled",
    resource_types: &["AWS::CloudTrail::Trail"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["CloudTrail.2"],
    summary: "CloudTrail logs should be encrypted with a KMS key.",
    details: "\
With a KMS key of your own, who reads the bucket can't read the trail yet. `KMSKeyId` has to be set, to an \
ID, an ARN or an alias; absent means that only S3's own encryption applies.",
    fix: "Set `KMSKeyId` to a key whose policy lets CloudTrail encrypt.",
    remediation_document: Some("AWSConfigRemediation-EnableCloudTrailEncryptionWithKMS"),
    compliant_when: property("KMSKeyId").is_present(),
    compliant_example: "\
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: trail-111122223333
    KMSKeyId: alias/trail
",
    noncompliant_example: "\
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: trail-111122223333
",
    ..Rule::BASE
};
