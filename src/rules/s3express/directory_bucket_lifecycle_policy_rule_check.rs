//! `s3-directory-bucket-lifecycle-policy-rule-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_DIRECTORY_BUCKET_LIFECYCLE_POLICY_RULE_CHECK",
    name: "s3-directory-bucket-lifecycle-policy-rule-check",
    resource_types: &["AWS::S3Express::DirectoryBucket"],
    severity: Severity::Low,
    summary: "S3 directory buckets should have an enabled lifecycle rule.",
    details: "\
Data that nobody deletes costs money. At least one lifecycle rule has to be enabled; what it does plays no \
part.",
    fix: "Set `LifecycleConfiguration` with a rule whose `Status` is `Enabled`.",
    compliant_when: some_item("LifecycleConfiguration.Rules", &property("Status").equals("Enabled")),
    compliant_example: "\
Scratch:
  Type: AWS::S3Express::DirectoryBucket
  Properties:
    DataRedundancy: SingleAvailabilityZone
    LocationName: euw1-az1
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          ExpirationInDays: 7
",
    noncompliant_example: "\
Scratch:
  Type: AWS::S3Express::DirectoryBucket
  Properties:
    DataRedundancy: SingleAvailabilityZone
    LocationName: euw1-az1
",
    ..Rule::BASE
};
