//! `msk-unrestricted-access-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MSK_UNRESTRICTED_ACCESS_CHECK",
    name: "msk-unrestricted-access-check",
    resource_types: &["AWS::MSK::Cluster"],
    severity: Severity::Medium,
    security_hub: &["MSK.6"],
    summary: "MSK clusters should not let clients in without authentication.",
    details: "\
Without authentication everyone who reaches the brokers may read and write every topic. An absent \
`Unauthenticated` is fine where IAM, SCRAM or TLS is on. A cluster that sets none of them lets everyone in, \
but AWS doesn't say whether the rule sees it: it stays open.",
    fix: "Set `ClientAuthentication.Unauthenticated.Enabled` to false and switch on `Sasl.Iam`, \
`Sasl.Scram` or `Tls`.",
    compliant_when: when(
        &property("ClientAuthentication.Unauthenticated.Enabled").is_present(),
        &property("ClientAuthentication.Unauthenticated.Enabled").is_false(),
        &any_of(&[
            property("ClientAuthentication.Sasl.Iam.Enabled").is_true(),
            property("ClientAuthentication.Sasl.Scram.Enabled").is_true(),
            property("ClientAuthentication.Tls.Enabled").is_true(),
            undecided("no client authentication is set, and AWS doesn't say what the rule makes of that"),
        ]),
    ),
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
    ClientAuthentication:
      Sasl:
        Iam:
          Enabled: true
      Unauthenticated:
        Enabled: false
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
    ClientAuthentication:
      Unauthenticated:
        Enabled: true
",
    ..Rule::BASE
};
