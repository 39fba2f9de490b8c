//! `cloudwatch-alarm-settings-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDWATCH_ALARM_SETTINGS_CHECK",
    name: "cloudwatch-alarm-settings-check",
    resource_types: &["AWS::CloudWatch::Alarm"],
    severity: Severity::Low,
    parameters: &[
        Parameter {
            name: "metricName",
            parameter_type: ParameterType::String,
            required: true,
            default: None,
            description: "metric whose alarms are checked",
        },
        Parameter {
            name: "threshold",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "value that Threshold must have",
        },
        Parameter {
            name: "evaluationPeriods",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "value that EvaluationPeriods must have",
        },
        Parameter {
            name: "period",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("300"),
            description: "value that Period must have, in seconds",
        },
        Parameter {
            name: "comparisonOperator",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "value that ComparisonOperator must have",
        },
        Parameter {
            name: "statistic",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "value that Statistic must have",
        },
    ],
    summary: "CloudWatch alarms for a metric should have the given settings.",
    details: "\
Alarms on one metric should mean the same everywhere. Alarms on the metric of the parameter `metricName` \
have to have the settings that parameters are given for; numbers are compared as numbers. AWS documents \
300 as the default of `period`: whether it is demanded of alarms if the parameter is not set is unclear, \
here it is.

Alarms on another metric, and those that calculate (without `MetricName`), are not applicable.",
    fix: "Set the alarm's settings to the rule's parameters.",
    certainty: Certainty::Known,
    applies_when: property("MetricName").equals_parameter("metricName"),
    compliant_when: all_of(&[
        when_parameter("threshold", &property("Threshold").equals_parameter("threshold")),
        when_parameter(
            "evaluationPeriods",
            &property("EvaluationPeriods").equals_parameter("evaluationPeriods"),
        ),
        when_parameter("period", &property("Period").equals_parameter("period")),
        when_parameter(
            "comparisonOperator",
            &property("ComparisonOperator").equals_parameter("comparisonOperator"),
        ),
        when_parameter("statistic", &property("Statistic").equals_parameter("statistic")),
    ]),
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
    Period: 60
    EvaluationPeriods: 1
    Threshold: 600
    ComparisonOperator: GreaterThanThreshold
",
    example_parameters: &[("metricName", "ApproximateAgeOfOldestMessage")],
    ..Rule::BASE
};
