//! `active-mq-supported-version`

use super::version::is_supported;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ACTIVE_MQ_SUPPORTED_VERSION",
    name: "active-mq-supported-version",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "supportedEngineVersion",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "lowest version of ActiveMQ that is accepted, as major, minor and patch number: 5.18.4",
    }],
    summary: "ActiveMQ brokers should run at least the required engine version.",
    details: "\
Old versions of ActiveMQ get no fixes from AWS any more. Versions are compared part by part, as numbers. \
`EngineVersion` with two parts, such as `5.18`, stands for the newest patch of that line: it decides against \
every other line, and leaves the verdict open against a patch of its own.

Without `EngineVersion` the service chooses, and the verdict is open. With `AutoMinorVersionUpgrade` the \
deployed version moves on by itself. RabbitMQ brokers are not applicable: they have a rule of their own.",
    fix: "Set `EngineVersion` to a version that AWS supports.",
    certainty: Certainty::Known,
    applies_when: property("EngineType").ignoring_case().equals("ACTIVEMQ"),
    compliant_when: function(is_supported),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    EngineVersion: '5.18.4'
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    EngineVersion: '5.17.6'
",
    example_parameters: &[("supportedEngineVersion", "5.18.4")],
    ..Rule::BASE
};
