//! `msk-enhanced-monitoring-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MSK_ENHANCED_MONITORING_ENABLED",
    name: "msk-enhanced-monitoring-enabled",
    resource_types: &["AWS::MSK::Cluster"],
    severity: Severity::Low,
    security_hub: &["MSK.2"],
    summary: "MSK clusters should be monitored by topic.",
    details: "\
Metrics of brokers alone don't show which topic is in trouble. `PER_TOPIC_PER_BROKER` and \
`PER_TOPIC_PER_PARTITION` pass; an absent `EnhancedMonitoring` means `DEFAULT`.",
    fix: "Set `EnhancedMonitoring` to `PER_TOPIC_PER_BROKER`.",
    compliant_when: property("EnhancedMonitoring")
        .default("DEFAULT")
        .is_one_of(&["PER_TOPIC_PER_BROKER", "PER_TOPIC_PER_PARTITION"]),
    compliant_example: "\
Stream:
  Type: AWS::MSK::Cluster
  Properties:
    ClusterName: events
    KafkaVersion: 3.8.x
    NumberOfBrokerNodes: 3
    BrokerNodeGroupInfo:
      InstanceType: kafka.m7g.large
      ClientSubnets:
        - subnet-0123456789abcdef0
    EnhancedMonitoring: PER_TOPIC_PER_BROKER
",
    noncompliant_example: "\
Stream:
  Type: AWS::MSK::Cluster
  Properties:
    ClusterName: events
    KafkaVersion: 3.8.x
    NumberOfBrokerNodes: 3
    BrokerNodeGroupInfo:
      InstanceType: kafka.m7g.large
      ClientSubnets:
        - subnet-0123456789abcdef0
    EnhancedMonitoring: PER_BROKER
",
    ..Rule::BASE
};
