//! `s3-bucket-cross-region-replication-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_CROSS_REGION_REPLICATION_ENABLED",
    name: "s3-bucket-cross-region-replication-enabled",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Low,
    security_hub: &["S3.7"],
    summary: "S3 buckets should replicate to another Region.",
    details: "\
A copy in another Region survives the loss of one. At least one replication rule has to be enabled and \
lead to a bucket in another Region. A bucket of the same template is in the same Region and doesn't count.

The ARN of a bucket doesn't show its Region, so a destination outside the template leaves the verdict \
open: this rule can find what is missing, never that all is well. Buckets that receive the copies are \
judged like any other.",
    fix: "Set `ReplicationConfiguration` with an enabled rule whose `Destination.Bucket` is a bucket \
in another Region.",
    compliant_when: some_item(
        "ReplicationConfiguration.Rules",
        &all_of(&[
            property("Status").equals("Enabled"),
            follow(
                "Destination.Bucket",
                &["AWS::S3::Bucket"],
                &never("the destination is a bucket of the same template, and so in the same Region"),
            ),
        ]),
    ),
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};
