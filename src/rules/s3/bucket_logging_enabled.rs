//! `s3-bucket-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_LOGGING_ENABLED",
    name: "s3-bucket-logging-enabled",
    resource_types: &["AWS::S3::Bucket"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["S3.9"],
    parameters: &[
        Parameter {
            name: "targetBucket",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "name of the bucket that has to receive the logs",
        },
        Parameter {
            name: "targetPrefix",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "prefix that the logs have to have",
        },
    ],
    summary: "Server access logging should be on for S3 buckets.",
    details: "\
Access logs say who read, changed or deleted what. Logging is on where `LoggingConfiguration` says anything; \
without a `DestinationBucketName` the bucket logs into itself, which counts. In proactive mode AWS Config's page \
asks for the destination and may report such a bucket. The bucket that receives the logs is judged like any \
other.

`targetBucket` is compared with the name after deployment: a destination whose name AWS will make up leaves the \
verdict open. An absent `LogFilePrefix` is an empty one.",
    fix: "Set `LoggingConfiguration` with `DestinationBucketName` and `LogFilePrefix`.",
    remediation_document: Some("AWS-ConfigureS3BucketLogging"),
    compliant_when: all_of(&[
        property("LoggingConfiguration").is_present(),
        when_parameter(
            "targetBucket",
            &when(
                &property("LoggingConfiguration.DestinationBucketName").is_present(),
                &property("LoggingConfiguration.DestinationBucketName").equals_parameter("targetBucket"),
                &property("BucketName")
                    .unknown_when_absent("the bucket logs into itself, and AWS makes up its name")
                    .equals_parameter("targetBucket"),
            ),
        ),
        when_parameter(
            "targetPrefix",
            &property("LoggingConfiguration.LogFilePrefix").default("").equals_parameter("targetPrefix"),
        ),
    ]),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    LoggingConfiguration:
      DestinationBucketName: access-logs-111122223333
      LogFilePrefix: data/
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};
