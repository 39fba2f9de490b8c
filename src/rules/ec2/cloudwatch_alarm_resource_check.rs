//! `cloudwatch-alarm-resource-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDWATCH_ALARM_RESOURCE_CHECK",
    name: "cloudwatch-alarm-resource-check",
    resource_types: &["AWS::EC2::Volume", "AWS::EC2::Instance", "AWS::RDS::DBCluster", "AWS::S3::Bucket"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "resourceType",
            parameter_type: ParameterType::String,
            required: true,
            default: None,
            description: "the one resource type to look at: AWS::EC2::Volume, AWS::EC2::Instance, AWS::RDS::DBCluster or AWS::S3::Bucket",
        },
        Parameter {
            name: "metricName",
            parameter_type: ParameterType::String,
            required: true,
            default: None,
            description: "metric that has to have an alarm, for example CPUUtilization",
        },
    ],
    summary: "Resources should have a CloudWatch alarm for the given metric.",
    details: "\
A figure that nobody is told of helps nobody. Looked at are the resources of the type in `resourceType` \
only; others are not applicable. An `AWS::CloudWatch::Alarm` has to have the parameter's metric and a \
dimension whose value names the resource.

AWS doesn't say whether alarms on metric math (`Metrics`) count: one that names the resource leaves the \
verdict open. A resource whose alarm is in another stack is reported: suppress the finding there. AWS \
demands both parameters and has no defaults for them.",
    fix: "Add an alarm on the metric with the resource as its dimension.",
    certainty: Certainty::Known,
    applies_when: function(|subject| match subject.parameter("resourceType") {
        None => subject.unknown("the rule's parameter resourceType is not given"),
        Some(wanted) if wanted.trim() == &*subject.resource.resource_type => Truth::True,
        Some(wanted) => subject.fails(format!("only resources of type {} are looked at", wanted.trim())),
    }),
    compliant_when: any_of(&[
        related(&["AWS::CloudWatch::Alarm"], "Dimensions[].Value")
            .some(&property("MetricName").equals_parameter("metricName")),
        related(&["AWS::CloudWatch::Alarm"], "Metrics[].MetricStat.Metric.Dimensions[].Value")
            .some(&undecided("whether an alarm on metric math counts is not known")),
    ]),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
Alarm:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/EC2
    MetricName: CPUUtilization
    Dimensions:
      - Name: InstanceId
        Value: !Ref Server
    ComparisonOperator: GreaterThanThreshold
    EvaluationPeriods: 3
    Period: 300
    Statistic: Average
    Threshold: 80
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
",
    example_parameters: &[("resourceType", "AWS::EC2::Instance"), ("metricName", "CPUUtilization")],
    ..Rule::BASE
};
