//! `mq-auto-minor-version-upgrade-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MQ_AUTO_MINOR_VERSION_UPGRADE_ENABLED",
    name: "mq-auto-minor-version-upgrade-enabled",
    resource_types: &["AWS::AmazonMQ::Broker"],
    severity: Severity::Low,
    summary: "Amazon MQ brokers should take minor upgrades automatically.",
    details: "\
Patches of the engine come with minor versions. An absent `AutoMinorVersionUpgrade` means true, the default \
of the service's API; older CloudFormation schemas demanded the property.

AWS Config runs this rule when a broker changes; it has another of the same logic, \
`mq-automatic-minor-version-upgrade-enabled`.",
    fix: "Set `AutoMinorVersionUpgrade` to true.",
    certainty: Certainty::Known,
    compliant_when: property("AutoMinorVersionUpgrade").default("true").is_true(),
    compliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    AutoMinorVersionUpgrade: true
",
    noncompliant_example: "\
Broker:
  Type: AWS::AmazonMQ::Broker
  Properties:
    BrokerName: orders
    EngineType: ACTIVEMQ
    HostInstanceType: mq.m5.large
    PubliclyAccessible: false
    AutoMinorVersionUpgrade: false
",
    ..Rule::BASE
};
