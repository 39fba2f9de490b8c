//! `cloudwatch-alarm-action-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDWATCH_ALARM_ACTION_CHECK",
    name: "cloudwatch-alarm-action-check",
    resource_types: &["AWS::CloudWatch::Alarm"],
    severity: Severity::High,
    security_hub: &["CloudWatch.15"],
    parameters: &[
        Parameter {
            name: "alarmActionRequired",
            parameter_type: ParameterType::String,
            required: true,
            default: Some("true"),
            description: "`true` demands an action for the state ALARM; the default is the console's",
        },
        Parameter {
            name: "insufficientDataActionRequired",
            parameter_type: ParameterType::String,
            required: true,
            default: Some("true"),
            description: "`true` demands an action for the state INSUFFICIENT_DATA; the default is \
the console's",
        },
        Parameter {
            name: "okActionRequired",
            parameter_type: ParameterType::String,
            required: true,
            default: Some("false"),
            description: "`true` demands an action for the state OK; the default is the console's",
        },
        Parameter {
            name: "action1",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted action",
        },
        Parameter {
            name: "action2",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted action",
        },
        Parameter {
            name: "action3",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted action",
        },
        Parameter {
            name: "action4",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted action",
        },
        Parameter {
            name: "action5",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of an accepted action",
        },
    ],
    summary: "CloudWatch alarms should have actions configured.",
    details: "\
An alarm that tells nobody helps nobody. For each of the three required parameters that is true, the list \
of actions for that state may not be empty. If `action1` to `action5` are given, one action of the alarm \
has to be one of them.

AWS's words may also mean that one of the demanded lists will do; the parameters read as separate demands, \
and so they are read here. `ActionsEnabled` has a rule of its own.",
    fix: "Set `AlarmActions` and `InsufficientDataActions` to the ARN of an SNS topic.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        when(
            &parameter_is_true("alarmActionRequired"),
            &property("AlarmActions").is_present(),
            &Check::ALWAYS,
        ),
        when(
            &parameter_is_true("insufficientDataActionRequired"),
            &property("InsufficientDataActions").is_present(),
            &Check::ALWAYS,
        ),
        when(&parameter_is_true("okActionRequired"), &property("OKActions").is_present(), &Check::ALWAYS),
        when(
            &any_of(&[
                parameter_is_given("action1"),
                parameter_is_given("action2"),
                parameter_is_given("action3"),
                parameter_is_given("action4"),
                parameter_is_given("action5"),
            ]),
            &any_of(&[
                some_item("AlarmActions", &ACCEPTED),
                some_item("InsufficientDataActions", &ACCEPTED),
                some_item("OKActions", &ACCEPTED),
            ])
            .explained("no action of the alarm is one of the rule's parameters"),
            &Check::ALWAYS,
        ),
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
    AlarmActions:
      - arn:aws:sns:eu-west-1:111122223333:alerts
    InsufficientDataActions:
      - arn:aws:sns:eu-west-1:111122223333:alerts
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
",
    ..Rule::BASE
};

const ACCEPTED: Check = any_of(&[
    property("").is_excepted_by_parameter("action1"),
    property("").is_excepted_by_parameter("action2"),
    property("").is_excepted_by_parameter("action3"),
    property("").is_excepted_by_parameter("action4"),
    property("").is_excepted_by_parameter("action5"),
]);
