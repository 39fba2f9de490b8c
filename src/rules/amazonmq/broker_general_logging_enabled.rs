//! `mq-broker-general-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_BROKER_GENERAL_LOGGING_ENABLED",
    name: "mq-broker-general-logging-enabled",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Medium,
    summary: "Amazon MQ brokers should publish general logs.",
    details: "\
Without its general log nobody can say afterwards why a broker failed. An absent `Logs.General` means false; \
`Logs.Audit` doesn't stand in for it. Both engines are judged.",
    fix: "Set `Logs.General` to true.",
    certainty: Certainty::Known,
    compliant_when: property("Logs.General").default("false").is_true(),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    Logs:
      General: true
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    Logs:
      Audit: true
",
    ..Rule::BASE
};
