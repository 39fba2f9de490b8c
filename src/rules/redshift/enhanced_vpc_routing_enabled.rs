//! `redshift-enhanced-vpc-routing-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_ENHANCED_VPC_ROUTING_ENABLED",
    name: "redshift-enhanced-vpc-routing-enabled",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    security_hub: &["Redshift.7"],
    summary: "Redshift clusters should send their traffic through your VPC.",
    details: "\
COPY and UNLOAD pass by the rules and flow logs of your network unless enhanced VPC routing is on. An absent \
`EnhancedVpcRouting` means false.",
    fix: "Set `EnhancedVpcRouting` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableRedshiftClusterEnhancedVPCRouting"),
    compliant_when: property("EnhancedVpcRouting").default("false").is_true(),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: owner
    ManageMasterPassword: true
    EnhancedVpcRouting: true
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
    EnhancedVpcRouting: false
",
    ..Rule::BASE
};
