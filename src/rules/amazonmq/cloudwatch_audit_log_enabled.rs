//! `mq-cloudwatch-audit-log-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_CLOUDWATCH_AUDIT_LOG_ENABLED",
    name: "mq-cloudwatch-audit-log-enabled",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Medium,
    security_hub: &["MQ.2"],
    summary: "Amazon MQ brokers should send audit logs to CloudWatch.",
    details: "\
The audit log says who managed the broker, and what they did. An absent `Logs.Audit` means false; \
`Logs.General` doesn't stand in for it. RabbitMQ has no audit log, so its brokers are not applicable; AWS \
doesn't say so, though Security Hub speaks of ActiveMQ only.

AWS Config runs this rule when a broker changes; it has another of the same logic, \
`mq-cloudwatch-audit-logging-enabled`.",
    fix: "Set `Logs.Audit` to true.",
    applies_when: property("EngineType").ignoring_case().differs_from("RABBITMQ"),
    compliant_when: property("Logs.Audit").default("false").is_true(),
    compliant_example: "\
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
    noncompliant_example: "\
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
    ..Rule::BASE
};
