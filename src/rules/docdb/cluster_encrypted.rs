//! `docdb-cluster-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DOCDB_CLUSTER_ENCRYPTED",
    name: "docdb-cluster-encrypted",
    resource_types: &["AWS::DocDB::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["DocumentDB.1"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the KMS keys of which one has to be used",
    }],
    summary: "DocumentDB clusters should encrypt their storage.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An absent `StorageEncrypted` means \
false, except for a cluster that takes its encryption from its source (`SnapshotIdentifier`, \
`SourceDBClusterIdentifier`, `GlobalClusterIdentifier`), where absent stays open. With `kmsKeyArns` the key \
has to be one of these; an absent `KmsKeyId` is the AWS managed key, and a key that the template makes has \
no ARN yet and stays open.",
    fix: "Set `StorageEncrypted` to true; it can't be switched on later without replacing the cluster.",
    compliant_when: when(
        &INHERITS,
        &all_of(&[
            property("StorageEncrypted").unknown_when_absent(INHERITED).is_true(),
            when_parameter(
                "kmsKeyArns",
                &property("KmsKeyId").unknown_when_absent(INHERITED).is_named_by_parameter("kmsKeyArns"),
            ),
        ]),
        &all_of(&[
            property("StorageEncrypted").default("false").is_true(),
            when_parameter("kmsKeyArns", &property("KmsKeyId").is_named_by_parameter("kmsKeyArns")),
        ]),
    ),
    compliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: true
",
    noncompliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    StorageEncrypted: false
",
    ..Rule::BASE
};

const INHERITS: Check = any_of(&[
    property("SnapshotIdentifier").is_present(),
    property("SourceDBClusterIdentifier").is_present(),
    property("GlobalClusterIdentifier").is_present(),
]);
const INHERITED: &str = "the cluster inherits its encryption from its source";
