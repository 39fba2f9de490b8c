//! `rds-cluster-deletion-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_CLUSTER_DELETION_PROTECTION_ENABLED",
    name: "rds-cluster-deletion-protection-enabled",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Low,
    security_hub: &["RDS.7"],
    summary: "RDS clusters should be protected from deletion.",
    details: "\
With the protection nobody deletes a cluster with one call, by mistake or on purpose. An absent \
`DeletionProtection` means false. CloudFormation's attribute `DeletionPolicy` is something else and doesn't \
count.",
    fix: "Set `DeletionProtection` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableRDSClusterDeletionProtection"),
    compliant_when: property("DeletionProtection").default("false").is_true(),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    DeletionProtection: true
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    DeletionProtection: false
",
    ..Rule::BASE
};
