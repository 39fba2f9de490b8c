//! `redshift-cluster-multi-az-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_CLUSTER_MULTI_AZ_ENABLED",
    name: "redshift-cluster-multi-az-enabled",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    security_hub: &["Redshift.18"],
    summary: "Redshift clusters should run in two Availability Zones.",
    details: "\
A cluster in one zone is gone as long as its zone is. An absent `MultiAZ` means false. Only RA3 nodes can do \
it; AWS documents no exception for others.",
    fix: "Set `MultiAZ` to true, with RA3 nodes.",
    compliant_when: property("MultiAZ").default("false").is_true(),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: owner
    ManageMasterPassword: true
    MultiAZ: true
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: owner
    ManageMasterPassword: true
    MultiAZ: false
",
    ..Rule::BASE
};
