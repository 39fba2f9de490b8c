//! `msk-in-cluster-node-require-tls`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MSK_IN_CLUSTER_NODE_REQUIRE_TLS",
    name: "msk-in-cluster-node-require-tls",
    resource_types: &["AWS::MSK::Cluster"],
    severity: Severity::Medium,
    security_hub: &["MSK.1"],
    summary: "MSK brokers should encrypt the traffic between them.",
    details: "\
Brokers send each other every message. An absent `InCluster` means true. What clients use (`ClientBroker`) \
plays no part.",
    fix: "Set `EncryptionInfo.EncryptionInTransit.InCluster` to true, or leave it out.",
    compliant_when: property("EncryptionInfo.EncryptionInTransit.InCluster").default("true").is_true(),
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
    EncryptionInfo:
      EncryptionInTransit:
        InCluster: true
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
    EncryptionInfo:
      EncryptionInTransit:
        InCluster: false
",
    ..Rule::BASE
};
