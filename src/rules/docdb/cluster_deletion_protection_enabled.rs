//! `docdb-cluster-deletion-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DOCDB_CLUSTER_DELETION_PROTECTION_ENABLED",
    name: "docdb-cluster-deletion-protection-enabled",
    resource_types: &["AWS::DocDB::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["DocumentDB.5"],
    summary: "DocumentDB clusters should be protected from deletion.",
    details: "\
With the protection nobody deletes a cluster with one call. An absent `DeletionProtection` means false. \
CloudFormation's attribute `DeletionPolicy` is something else and doesn't count.",
    fix: "Set `DeletionProtection` to true.",
    certainty: Certainty::Known,
    compliant_when: property("DeletionProtection").default("false").is_true(),
    compliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    DeletionProtection: true
",
    noncompliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    DeletionProtection: false
",
    ..Rule::BASE
};
