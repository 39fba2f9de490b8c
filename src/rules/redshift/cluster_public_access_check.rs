//! `redshift-cluster-public-access-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK",
    name: "redshift-cluster-public-access-check",
    resource_types: &["AWS::Redshift::Cluster"],
    proactive: true,
    severity: Severity::Critical,
    security_hub: &["Redshift.1"],
    summary: "Redshift clusters should not be reachable from the internet.",
    details: "\
A public cluster has an address that anyone can try to log in to. An absent `PubliclyAccessible` means false: \
AWS made that the default for new clusters in January 2025. Security groups play no part. In proactive mode AWS \
Config wants the property written out.",
    fix: "Set `PubliclyAccessible` to false.",
    remediation_document: Some("AWSConfigRemediation-DisablePublicAccessToRedshiftCluster"),
    compliant_when: property("PubliclyAccessible").default("false").is_false(),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: admin
    ManageMasterPassword: true
    PubliclyAccessible: false
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: admin
    ManageMasterPassword: true
    PubliclyAccessible: true
",
    ..Rule::BASE
};
