//! `mq-active-deployment-mode`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_ACTIVE_DEPLOYMENT_MODE",
    name: "mq-active-deployment-mode",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Low,
    summary: "ActiveMQ brokers should run active/standby.",
    details: "\
A single instance is down whenever its Availability Zone or its maintenance is; an active/standby pair fails \
over. RabbitMQ brokers are not applicable: they have a rule of their own.",
    fix: "Set `DeploymentMode` to ACTIVE_STANDBY_MULTI_AZ; the mode can't be changed later, so this replaces the broker.",
    applies_when: property("EngineType").ignoring_case().equals("ACTIVEMQ"),
    compliant_when: property("DeploymentMode").equals("ACTIVE_STANDBY_MULTI_AZ"),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    DeploymentMode: ACTIVE_STANDBY_MULTI_AZ
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    DeploymentMode: SINGLE_INSTANCE
",
    ..Rule::BASE
};
