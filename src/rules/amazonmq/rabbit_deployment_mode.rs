//! `mq-rabbit-deployment-mode`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_RABBIT_DEPLOYMENT_MODE",
    name: "mq-rabbit-deployment-mode",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Low,
    summary: "RabbitMQ brokers should run as a cluster.",
    details: "\
A single instance is down whenever its Availability Zone or its maintenance is; a cluster of three nodes \
goes on. ActiveMQ brokers are not applicable: they have a rule of their own.",
    fix: "Set `DeploymentMode` to CLUSTER_MULTI_AZ; the mode can't be changed later, so this replaces the broker.",
    applies_when: property("EngineType").ignoring_case().equals("RABBITMQ"),
    compliant_when: property("DeploymentMode").equals("CLUSTER_MULTI_AZ"),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: RABBITMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    DeploymentMode: CLUSTER_MULTI_AZ
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: RABBITMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    DeploymentMode: SINGLE_INSTANCE
",
    ..Rule::BASE
};
