//! `cloud-trail-log-file-validation-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
    name: "cloud-trail-log-file-validation-enabled",
    resource_types: &["AWS::CloudTrail::Trail"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    security_hub: &["CloudTrail.4"],
    summary: "CloudTrail trails should validate their log files.",
    details: "\
Without digest files nobody can tell whether a log file was changed or deleted. An absent \
`EnableLogFileValidation` means false in CloudFormation; the console switches it on.",
    fix: "Set `EnableLogFileValidation` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableCloudTrailLogFileValidation"),
    compliant_when: property("EnableLogFileValidation").default("false").is_true(),
    compliant_example: "\
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: trail-111122223333
    EnableLogFileValidation: true
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
