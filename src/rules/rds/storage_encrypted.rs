//! `rds-storage-encrypted`

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
An instance of an Aurora cluster (`DBClusterIdentifier` is set) has no storage of its own: the cluster's \
settings decide. An instance that is restored from a snapshot or replicates another instance inherits the \
encryption of its source, so there an absent `StorageEncrypted` stays open. Everywhere else absent means false.",
    fix: "Set `StorageEncrypted` to true; encryption can't be switched on later without replacing the instance.",
    applies_when: Check::ALWAYS,
    compliant_when: when(
        &property("DBClusterIdentifier").is_present(),
        &follow("DBClusterIdentifier", &["AWS::RDS::DBCluster"], &ENCRYPTED),
        &when(&INHERITS, &all_of(&[STORAGE.unknown_when_absent(INHERITED).is_true(), KEY]), &ENCRYPTED),
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
const KEY: Check = when_parameter("kmsKeyId", &property("KmsKeyId").equals_parameter("kmsKeyId"));
const ENCRYPTED: Check = all_of(&[STORAGE.is_true(), KEY]);
const INHERITS: Check = any_of(&[
    property("DBSnapshotIdentifier").is_present(),
    property("SourceDBInstanceIdentifier").is_present(),
    property("SourceDBInstanceAutomatedBackupsArn").is_present(),
]);
const INHERITED: &str = "StorageEncrypted is inherited from the snapshot or the source instance";
