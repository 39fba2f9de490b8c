//! `rds-cluster-encrypted-at-rest`

use super::CLUSTER_INHERITS;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_CLUSTER_ENCRYPTED_AT_REST",
    name: "rds-cluster-encrypted-at-rest",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.27"],
    summary: "RDS clusters should encrypt their storage.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An absent `StorageEncrypted` means \
false, except for a cluster that is restored from a snapshot, copies another cluster or joins a global one: \
it takes the encryption of its source, so there absent stays open.

Newer Aurora clusters are said to be encrypted even without the property; AWS doesn't say whether AWS Config \
sees that, and here absent fails.",
    fix: "Set `StorageEncrypted` to true; it can't be switched on later without replacing the cluster.",
    compliant_when: when(
        &CLUSTER_INHERITS,
        &property("StorageEncrypted")
            .unknown_when_absent("StorageEncrypted is inherited from the source of the data")
            .is_true(),
        &property("StorageEncrypted").default("false").is_true(),
    ),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    StorageEncrypted: true
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    StorageEncrypted: false
",
    ..Rule::BASE
};
