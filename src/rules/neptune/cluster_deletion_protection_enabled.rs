//! `neptune-cluster-deletion-protection-enabled`

use super::IS_NEPTUNE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NEPTUNE_CLUSTER_DELETION_PROTECTION_ENABLED",
    name: "neptune-cluster-deletion-protection-enabled",
    resource_types: &["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"],
    severity: Severity::Low,
    security_hub: &["Neptune.4"],
    summary: "Neptune clusters should be protected from deletion.",
    details: "\
With the protection nobody deletes a cluster with one call. An absent `DeletionProtection` means false. \
CloudFormation's attribute `DeletionPolicy` is something else and doesn't count.

AWS Config records Neptune clusters as RDS clusters with the engine `neptune`, so both types are judged; RDS \
clusters of other engines are not applicable.",
    fix: "Set `DeletionProtection` to true.",
    certainty: Certainty::Known,
    applies_when: IS_NEPTUNE,
    compliant_when: property("DeletionProtection").default("false").is_true(),
    compliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    DeletionProtection: true
",
    noncompliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    DeletionProtection: false
",
    ..Rule::BASE
};
