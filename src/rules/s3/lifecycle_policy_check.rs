//! `s3-lifecycle-policy-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_LIFECYCLE_POLICY_CHECK",
    name: "s3-lifecycle-policy-check",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Low,
    security_hub: &["S3.13"],
    parameters: &[
        Parameter {
            name: "targetTransitionDays",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "days until the transition",
        },
        Parameter {
            name: "targetExpirationDays",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "days until expiration",
        },
        Parameter {
            name: "targetTransitionStorageClass",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "storage class of the transition",
        },
        Parameter {
            name: "targetPrefix",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "object prefix of the rule",
        },
        Parameter {
            name: "bucketNames",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "buckets that the check is for",
        },
    ],
    summary: "S3 buckets should have an active lifecycle rule.",
    details: "\
Data that nobody deletes costs money and is one more thing to lose. At least one lifecycle rule has to be \
enabled, and have the values of the parameters that are given: AWS doesn't say whether one rule has to \
meet all of them, here one has to. Absent, or all rules disabled, fails.

With `bucketNames`, other buckets are not applicable (our reading); a name that AWS makes up is none of \
them.",
    fix: "Set `LifecycleConfiguration` with a rule whose `Status` is `Enabled`.",
    certainty: Certainty::Known,
    applies_when: when_parameter("bucketNames", &property("BucketName").is_one_of_parameter("bucketNames")),
    compliant_when: some_item(
        "LifecycleConfiguration.Rules",
        &all_of(&[
            property("Status").equals("Enabled"),
            when_parameter(
                "targetExpirationDays",
                &property("ExpirationInDays").equals_parameter("targetExpirationDays"),
            ),
            when_parameter(
                "targetTransitionDays",
                &any_of(&[
                    property("Transition.TransitionInDays").equals_parameter("targetTransitionDays"),
                    some_item(
                        "Transitions",
                        &property("TransitionInDays").equals_parameter("targetTransitionDays"),
                    ),
                ]),
            ),
            when_parameter(
                "targetTransitionStorageClass",
                &any_of(&[
                    property("Transition.StorageClass").equals_parameter("targetTransitionStorageClass"),
                    some_item(
                        "Transitions",
                        &property("StorageClass").equals_parameter("targetTransitionStorageClass"),
                    ),
                ]),
            ),
            when_parameter("targetPrefix", &property("Prefix").default("").equals_parameter("targetPrefix")),
        ]),
    ),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    LifecycleConfiguration:
      Rules:
        - Status: Enabled
          ExpirationInDays: 365
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};
