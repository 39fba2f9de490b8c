//! `cloudwatch-alarm-action-enabled-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDWATCH_ALARM_ACTION_ENABLED_CHECK",
    name: "cloudwatch-alarm-action-enabled-check",
    resource_types: &["AWS::CloudWatch::Alarm"],
    severity: Severity::High,
    security_hub: &["CloudWatch.17"],
    summary: "CloudWatch alarm actions should be enabled.",
    details: "\
Actions that were switched off for a night's work are easily forgotten. An absent `ActionsEnabled` means \
true; which actions there are plays no part.",
    fix: "Set `ActionsEnabled` to true, or leave it out.",
    compliant_when: property("ActionsEnabled").default("true").is_true(),
    compliant_example: "\
Alarm:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/SQS
    MetricName: ApproximateAgeOfOldestMessage
    Statistic: Maximum
    Period: 300
    EvaluationPeriods: 1
    Threshold: 600
    ComparisonOperator: GreaterThanThreshold
",
    noncompliant_example: "\
Alarm:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/SQS
    MetricName: ApproximateAgeOfOldestMessage
    Statistic: Maximum
    Period: 300
    EvaluationPeriods: 1
    Threshold: 600
    ComparisonOperator: GreaterThanThreshold
    ActionsEnabled: false
",
    ..Rule::BASE
};
