//! `rabbit-mq-supported-version`

use super::version::is_supported;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RABBIT_MQ_SUPPORTED_VERSION",
    name: "rabbit-mq-supported-version",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "supportedEngineVersion",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "lowest version of RabbitMQ that is accepted, as major, minor and patch number: 3.13.2",
    }],
    summary: "RabbitMQ brokers should run at least the required engine version.",
    details: "\
Old versions of RabbitMQ get no fixes from AWS any more. Versions are compared part by part, as numbers. \
`EngineVersion` with two parts, such as `3.13`, stands for the newest patch of that line: it decides against \
every other line, and leaves the verdict open against a patch of its own.

Without `EngineVersion` the service chooses, and the verdict is open. With `AutoMinorVersionUpgrade` the \
deployed version moves on by itself. ActiveMQ brokers are not applicable: they have a rule of their own.",
    fix: "Set `EngineVersion` to a version that AWS supports.",
    certainty: Certainty::Known,
    applies_when: property("EngineType").ignoring_case().equals("RABBITMQ"),
    compliant_when: function(is_supported),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: RABBITMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    EngineVersion: '3.13.2'
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: RABBITMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    EngineVersion: '3.12.13'
",
    example_parameters: &[("supportedEngineVersion", "3.13.2")],
    ..Rule::BASE
};
