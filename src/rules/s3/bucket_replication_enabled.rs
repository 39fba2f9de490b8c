//! `s3-bucket-replication-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_REPLICATION_ENABLED",
    name: "s3-bucket-replication-enabled",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "ReplicationType",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "CROSS-REGION or SAME-REGION: only this kind may be used",
    }],
    summary: "S3 buckets should have replication rules, all of them enabled.",
    details: "\
A second copy survives what happens to the first. The bucket needs replication rules, and every one has to \
be enabled: that one disabled rule fails the bucket is our reading of AWS's words.

With `ReplicationType` all destinations have to be in another Region (`CROSS-REGION`) or all in the same \
(`SAME-REGION`). A bucket of the same template is in the same Region; the ARN of any other doesn't show \
its Region, which leaves the verdict open.",
    fix: "Set `ReplicationConfiguration` with rules whose `Status` is `Enabled`.",
    compliant_when: all_of(&[
        property("ReplicationConfiguration.Rules").is_present(),
        each_item("ReplicationConfiguration.Rules", &property("Status").equals("Enabled")),
        when(
            &parameter_contains("ReplicationType", "CROSS-REGION"),
            &each_item(
                "ReplicationConfiguration.Rules",
                &follow(
                    "Destination.Bucket",
                    &["AWS::S3::Bucket"],
                    &never("the destination is a bucket of the same template, and so in the same Region"),
                ),
            ),
            &Check::ALWAYS,
        ),
        when(
            &parameter_contains("ReplicationType", "SAME-REGION"),
            &each_item(
                "ReplicationConfiguration.Rules",
                &follow("Destination.Bucket", &["AWS::S3::Bucket"], &Check::ALWAYS),
            ),
            &Check::ALWAYS,
        ),
    ]),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    VersioningConfiguration:
      Status: Enabled
    ReplicationConfiguration:
      Role: arn:aws:iam::111122223333:role/replication
      Rules:
        - Status: Enabled
          Destination:
            Bucket: arn:aws:s3:::copy-111122223333
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};
