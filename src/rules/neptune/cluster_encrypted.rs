//! `neptune-cluster-encrypted`

use super::IS_NEPTUNE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NEPTUNE_CLUSTER_ENCRYPTED",
    name: "neptune-cluster-encrypted",
    resource_types: &["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["Neptune.1"],
    parameters: &[Parameter {
        name: "KmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the KMS keys of which one has to be used",
    }],
    summary: "Neptune clusters should encrypt their storage.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An absent `StorageEncrypted` means \
false, except for a cluster that takes its encryption from its source (`SnapshotIdentifier`, \
`SourceDBClusterIdentifier`), where absent stays open. With `KmsKeyArns` the key has to be one of these; an \
absent `KmsKeyId` is the AWS managed key, and a key that the template makes has no ARN yet and stays open.

AWS Config records Neptune clusters as RDS clusters with the engine `neptune`, so both types are judged; RDS \
clusters of other engines are not applicable.",
    fix: "Set `StorageEncrypted` to true; it can't be switched on later without replacing the cluster.",
    applies_when: IS_NEPTUNE,
    compliant_when: when(
        &INHERITS,
        &all_of(&[
            property("StorageEncrypted").unknown_when_absent(INHERITED).is_true(),
            when_parameter(
                "KmsKeyArns",
                &property("KmsKeyId").unknown_when_absent(INHERITED).is_named_by_parameter("KmsKeyArns"),
            ),
        ]),
        &all_of(&[
            property("StorageEncrypted").default("false").is_true(),
            when_parameter("KmsKeyArns", &property("KmsKeyId").is_named_by_parameter("KmsKeyArns")),
        ]),
    ),
    compliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: true
",
    noncompliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    StorageEncrypted: false
",
    ..Rule::BASE
};

const INHERITS: Check = any_of(&[
    property("SnapshotIdentifier").is_present(),
    property("SourceDBClusterIdentifier").is_present(),
]);
const INHERITED: &str = "the cluster inherits its encryption from its source";
