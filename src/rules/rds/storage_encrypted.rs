//! `rds-storage-encrypted`

use super::CLUSTER_INHERITS;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_STORAGE_ENCRYPTED",
    name: "rds-storage-encrypted",
    resource_types: &["AWS::RDS::DBInstance"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["RDS.3"],
    parameters: &[Parameter {
        name: "kmsKeyId",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "ID or ARN of the KMS key that must be the one used",
    }],
    summary: "Storage encryption should be on for RDS DB instances.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An instance of a DB cluster \
(`DBClusterIdentifier` is set) has no storage of its own: the cluster's settings decide, and a cluster outside \
the template leaves the verdict open. What is restored from a snapshot, replicates something else or joins a \
global cluster inherits the encryption of its source, so there an absent `StorageEncrypted` stays open. \
Everywhere else absent means false.

`kmsKeyId` is compared with `KmsKeyId` by ID or ARN; a key that the template makes, and an alias beside a key \
ID, leave the verdict open. An absent `KmsKeyId` is the AWS managed key, which is another than the expected one.",
    fix: "Set `StorageEncrypted` to true; encryption can't be switched on later without replacing the instance.",
    applies_when: Check::ALWAYS,
    compliant_when: when(
        &property("DBClusterIdentifier").is_present(),
        &follow(
            "DBClusterIdentifier",
            &["AWS::RDS::DBCluster"],
            &when(&CLUSTER_INHERITS, &ENCRYPTED_UNLESS_INHERITED, &ENCRYPTED),
        ),
        &when(&INSTANCE_INHERITS, &ENCRYPTED_UNLESS_INHERITED, &ENCRYPTED),
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    StorageEncrypted: true
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
",
    ..Rule::BASE
};

const STORAGE: Property = property("StorageEncrypted");
const KEY: Property = property("KmsKeyId");
const ENCRYPTED: Check = all_of(&[
    STORAGE.default("false").is_true(),
    when_parameter("kmsKeyId", &KEY.is_named_by_parameter("kmsKeyId")),
]);
const ENCRYPTED_UNLESS_INHERITED: Check = all_of(&[
    STORAGE.unknown_when_absent("StorageEncrypted is inherited from the source of the data").is_true(),
    when_parameter(
        "kmsKeyId",
        &KEY.unknown_when_absent("KmsKeyId is inherited from the source of the data")
            .is_named_by_parameter("kmsKeyId"),
    ),
]);
const INSTANCE_INHERITS: Check = any_of(&[
    property("DBSnapshotIdentifier").is_present(),
    property("DBClusterSnapshotIdentifier").is_present(),
    property("SourceDBInstanceIdentifier").is_present(),
    property("SourceDBInstanceAutomatedBackupsArn").is_present(),
    property("SourceDbiResourceId").is_present(),
    property("SourceDBClusterIdentifier").is_present(),
]);
