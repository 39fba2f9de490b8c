//! `mq-active-single-instance-broker-storage-type-efs`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_ACTIVE_SINGLE_INSTANCE_BROKER_STORAGE_TYPE_EFS",
    name: "mq-active-single-instance-broker-storage-type-efs",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Low,
    summary: "Single-instance ActiveMQ brokers on mq.m5 should store on EFS.",
    details: "\
EFS keeps messages in several Availability Zones, EBS in one: with a single instance the storage is all that \
survives the loss of a zone. Absent means `EFS` for ActiveMQ.

Only ActiveMQ brokers with `DeploymentMode` `SINGLE_INSTANCE` on the mq.m5 family are judged.",
    fix: "Set `StorageType` to EFS; storage can't be changed later, so this replaces the broker.",
    applies_when: all_of(&[
        property("EngineType").ignoring_case().equals("ACTIVEMQ"),
        property("DeploymentMode").equals("SINGLE_INSTANCE"),
        property("HostInstanceType").starts_with(&["mq.m5."]),
    ]),
    compliant_when: property("StorageType").ignoring_case().default("EFS").equals("EFS"),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    DeploymentMode: SINGLE_INSTANCE
    StorageType: EFS
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
    StorageType: EBS
",
    ..Rule::BASE
};
