//! `s3express-dir-bucket-lifecycle-rules-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3EXPRESS_DIR_BUCKET_LIFECYCLE_RULES_CHECK",
    name: "s3express-dir-bucket-lifecycle-rules-check",
    resource_types: &["AWS::S3Express::DirectoryBucket"],
    severity: Severity::Low,
    security_hub: &["S3.25"],
    parameters: &[Parameter {
        name: "targetExpirationDays",
        parameter_type: ParameterType::Int,
        required: false,
        default: None,
        description: "exact number of days after which objects must expire",
    }],
    summary: "S3 directory buckets should have active lifecycle rules.",
    details: "\
Data that nobody deletes costs money. At least one lifecycle rule has to be enabled and, with the \
parameter, expire objects after exactly so many days. AWS doesn't say whether one rule is enough or all \
enabled rules have to: here one is.",
    fix: "Set `LifecycleConfiguration` with a rule whose `Status` is `Enabled`.",
    compliant_when: some_item(
        "LifecycleConfiguration.Rules",
        &all_of(&[
            property("Status").equals("Enabled"),
            when_parameter(
                "targetExpirationDays",
                &property("ExpirationInDays").equals_parameter("targetExpirationDays"),
            ),
        ]),
    ),
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
