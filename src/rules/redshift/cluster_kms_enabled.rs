//! `redshift-cluster-kms-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_CLUSTER_KMS_ENABLED",
    name: "redshift-cluster-kms-enabled",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    security_hub: &["Redshift.10"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the KMS keys of which one has to be used",
    }],
    summary: "Redshift clusters should be encrypted with the expected KMS key.",
    details: "\
What lies on disk should be worth nothing without the key. An absent `Encrypted` stays open: Redshift has \
encrypted new clusters that don't say since January 2025, but with a key of its own, and AWS doesn't say \
whether that is enough. With `kmsKeyArns` an absent `KmsKeyId` fails; a key that the template makes has no \
ARN yet and stays open.",
    fix: "Set `Encrypted` to true and `KmsKeyId` to your key.",
    remediation_document: Some("AWSConfigRemediation-EnableRedshiftClusterEncryption"),
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        ENCRYPTED.is_true(),
        when_parameter("kmsKeyArns", &property("KmsKeyId").is_named_by_parameter("kmsKeyArns")),
    ]),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: owner
    ManageMasterPassword: true
    Encrypted: true
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
    Encrypted: false
",
    ..Rule::BASE
};

const ENCRYPTED: Property = property("Encrypted")
    .unknown_when_absent("Encrypted is not set, and what that means depends on when the cluster is made");
