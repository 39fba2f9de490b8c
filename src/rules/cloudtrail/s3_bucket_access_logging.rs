//! `cloudtrail-s3-bucket-access-logging`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDTRAIL_S3_BUCKET_ACCESS_LOGGING",
    name: "cloudtrail-s3-bucket-access-logging",
    resource_types: &["AWS::CloudTrail::Trail"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    security_hub: &["CloudTrail.7"],
    summary: "The bucket of a CloudTrail trail should have access logging.",
    details: "\
Access logs say who read the trail. The bucket that `S3BucketName` names needs a `LoggingConfiguration`; \
without a destination it logs into itself, which counts. A bucket outside the template leaves the verdict \
open.",
    fix: "Set `LoggingConfiguration` on the bucket.",
    compliant_when: follow(
        "S3BucketName",
        &["AWS::S3::Bucket"],
        &property("LoggingConfiguration").is_present(),
    ),
    compliant_example: "\
Logs:
  Type: AWS::S3::Bucket
  Properties:
    LoggingConfiguration:
      DestinationBucketName: access-logs-111122223333
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: !Ref Logs
",
    noncompliant_example: "\
Logs:
  Type: AWS::S3::Bucket
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: !Ref Logs
",
    ..Rule::BASE
};
