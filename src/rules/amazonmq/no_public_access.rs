//! `mq-no-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_NO_PUBLIC_ACCESS",
    name: "mq-no-public-access",
    resource_types: &["AWS::AmazonMQ::Broker"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    summary: "Amazon MQ brokers should not be publicly accessible.",
    details: "\
A public broker can be reached, and its passwords tried, from the whole internet. An absent \
`PubliclyAccessible` means false.",
    fix: "Set `PubliclyAccessible` to false; access can't be changed later, so this replaces the broker.",
    certainty: Certainty::Known,
    compliant_when: property("PubliclyAccessible").default("false").is_false(),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: true
",
    ..Rule::BASE
};
