//! `aurora-global-database-encryption-at-rest`

use super::CLUSTER_INHERITS;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AURORA_GLOBAL_DATABASE_ENCRYPTION_AT_REST",
    name: "aurora-global-database-encryption-at-rest",
    resource_types: &["AWS::RDS::GlobalCluster"],
    severity: Severity::High,
    summary: "Aurora global databases should encrypt their storage.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An absent `StorageEncrypted` means \
false, except for a global cluster that is made from a cluster (`SourceDBClusterIdentifier`): it takes the \
encryption of that one, which stays open if it is not in the template or inherits its own.",
    fix: "Set `StorageEncrypted` to true.",
    compliant_when: any_of(&[
        property("StorageEncrypted").default("false").is_true(),
        when(
            &property("SourceDBClusterIdentifier").is_present(),
            &follow(
                "SourceDBClusterIdentifier",
                &["AWS::RDS::DBCluster"],
                &when(
                    &CLUSTER_INHERITS,
                    &property("StorageEncrypted")
                        .unknown_when_absent("the source cluster inherits its encryption")
                        .is_true(),
                    &property("StorageEncrypted").default("false").is_true(),
                ),
            ),
            &never("nothing encrypts the global cluster"),
        ),
    ]),
    compliant_example: "\
Global:
  Type: AWS::RDS::GlobalCluster
  Properties:
    Engine: aurora-postgresql
    StorageEncrypted: true
",
    noncompliant_example: "\
Global:
  Type: AWS::RDS::GlobalCluster
  Properties:
    Engine: aurora-postgresql
",
    ..Rule::BASE
};
