//! `s3-version-lifecycle-policy-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_VERSION_LIFECYCLE_POLICY_CHECK",
    name: "s3-version-lifecycle-policy-check",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    security_hub: &["S3.10"],
    parameters: &[Parameter {
        name: "bucketNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "buckets that the check is for",
    }],
    summary: "Versioned S3 buckets should have an active lifecycle rule.",
    details: "\
A bucket with versions grows with every change until a lifecycle rule cleans up. At least one lifecycle \
rule has to be enabled; it need not deal with old versions.

Not applicable are buckets without versioning (absent or `Suspended`; `ObjectLockEnabled` switches it on) \
and, with `bucketNames`, other buckets: AWS doesn't say so, it is our reading.",
    fix: "Set `LifecycleConfiguration` with a rule whose `Status` is `Enabled`.",
    certainty: Certainty::Known,
    applies_when: all_of(&[
        any_of(&[
            property("VersioningConfiguration.Status").equals("Enabled"),
            property("ObjectLockEnabled").default("false").is_true(),
        ])
        .explained("the bucket has no versioning"),
        when_parameter("bucketNames", &property("BucketName").is_one_of_parameter("bucketNames")),
    ]),
    compliant_when: some_item("LifecycleConfiguration.Rules", &property("Status").equals("Enabled")),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    VersioningConfiguration:
      Status: Enabled
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          NoncurrentVersionExpiration:
            NoncurrentDays: 30
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    VersioningConfiguration:
      Status: Enabled
",
    ..Rule::BASE
};
