//! `dax-tls-endpoint-encryption`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DAX_TLS_ENDPOINT_ENCRYPTION",
    name: "dax-tls-endpoint-encryption",
    resource_types: &["AWS::DAX::Cluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["DynamoDB.7"],
    summary: "DAX clusters should encrypt their connections with TLS.",
    details: "\
Without TLS, items can be read on the way to the cache. An absent `ClusterEndpointEncryptionType` means \
`NONE`.",
    fix: "Set `ClusterEndpointEncryptionType` to `TLS`; the cluster has to be made anew for it.",
    compliant_when: property("ClusterEndpointEncryptionType").default("NONE").equals("TLS"),
    compliant_example: "\
Cache:
  Type: AWS::DAX::Cluster
  Properties:
    IAMRoleARN: arn:aws:iam::111122223333:role/dax
    NodeType: dax.r5.large
    ReplicationFactor: 3
    ClusterEndpointEncryptionType: TLS
",
    noncompliant_example: "\
Cache:
  Type: AWS::DAX::Cluster
  Properties:
    IAMRoleARN: arn:aws:iam::111122223333:role/dax
    NodeType: dax.r5.large
    ReplicationFactor: 3
    ClusterEndpointEncryptionType: NONE
",
    ..Rule::BASE
};
