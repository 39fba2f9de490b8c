//! `cloud-trail-cloud-watch-logs-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
    name: "cloud-trail-cloud-watch-logs-enabled",
    resource_types: &["AWS::CloudTrail::Trail"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    security_hub: &["CloudTrail.5"],
    parameters: &[Parameter {
        name: "expectedDeliveryWindowAge",
        parameter_type: ParameterType::Int,
        required: false,
        default: None,
        description: "greatest age of the last delivery to CloudWatch Logs, in hours",
    }],
    summary: "CloudTrail trails should send their events to CloudWatch Logs.",
    details: "\
Events in CloudWatch Logs can raise an alarm within minutes; files in a bucket can't. \
`CloudWatchLogsLogGroupArn` has to be set. With `expectedDeliveryWindowAge` the last delivery has to be \
recent as well, which nobody knows before deployment: the verdict then stays open.",
    fix: "Set `CloudWatchLogsLogGroupArn` and `CloudWatchLogsRoleArn`.",
    remediation_document: Some("AWS-EnableCloudTrailCloudWatchLogs"),
    compliant_when: all_of(&[
        property("CloudWatchLogsLogGroupArn").is_present(),
        when_parameter(
            "expectedDeliveryWindowAge",
            &undecided("when CloudTrail last delivered events is known only after deployment"),
        ),
    ]),
    compliant_example: "\
Trail:
  Type: AWS::CloudTrail::Trail
  Properties:
    IsLogging: true
    S3BucketName: trail-111122223333
    CloudWatchLogsLogGroupArn: arn:aws:logs:eu-west-1:111122223333:log-group:trail:*
    CloudWatchLogsRoleArn: arn:aws:iam::111122223333:role/trail
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
