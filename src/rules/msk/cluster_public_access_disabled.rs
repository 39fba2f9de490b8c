//! `msk-cluster-public-access-disabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MSK_CLUSTER_PUBLIC_ACCESS_DISABLED",
    name: "msk-cluster-public-access-disabled",
    resource_types: &["AWS::MSK::Cluster"],
    severity: Severity::Critical,
    security_hub: &["MSK.4"],
    summary: "MSK clusters should not be reachable from the internet.",
    details: "\
Public brokers have addresses that anyone can try to log in to. An absent `PublicAccess.Type` means \
`DISABLED`.",
    fix: "Set `BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type` to `DISABLED`, or leave it out.",
    certainty: Certainty::Known,
    compliant_when: property("BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type")
        .default("DISABLED")
        .equals("DISABLED"),
    compliant_example: "\
Stream:
  Type: AWS::MSK::Cluster
  Properties:
    ClusterName: events
    KafkaVersion: 3.8.x
    NumberOfBrokerNodes: 3
    BrokerNodeGroupInfo:
      ConnectivityInfo:
        PublicAccess:
          Type: DISABLED
",
    noncompliant_example: "\
Stream:
  Type: AWS::MSK::Cluster
  Properties:
    ClusterName: events
    KafkaVersion: 3.8.x
    NumberOfBrokerNodes: 3
    BrokerNodeGroupInfo:
      ConnectivityInfo:
        PublicAccess:
          Type: SERVICE_PROVIDED_EIPS
",
    ..Rule::BASE
};
