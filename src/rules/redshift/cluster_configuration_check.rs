//! `redshift-cluster-configuration-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_CLUSTER_CONFIGURATION_CHECK",
    name: "redshift-cluster-configuration-check",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "clusterDbEncrypted",
            parameter_type: ParameterType::Boolean,
            required: true,
            default: Some("true"),
            description: "whether clusters have to be encrypted; the default is what the console suggests",
        },
        Parameter {
            name: "loggingEnabled",
            parameter_type: ParameterType::Boolean,
            required: true,
            default: Some("true"),
            description: "whether audit logging has to be on; the default is what the console suggests",
        },
        Parameter {
            name: "nodeTypes",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "node types that are allowed; without it all are",
        },
    ],
    summary: "Redshift clusters should have the expected encryption, audit logging and node type.",
    details: "\
What lies on disk should be worth nothing without the key, and the logs say who asked for what. \
`LoggingProperties` switches logging on; absent means off. An absent `Encrypted` stays open: \
CloudFormation's documentation says false, and Redshift has encrypted new clusters that don't say since \
January 2025.

Node types are compared only where `nodeTypes` is given: the console suggests `dc1.large`, AWS's own rule \
sets leave it out.",
    fix: "Set `Encrypted` to true and `LoggingProperties` with `BucketName`.",
    remediation_document: Some("AWSConfigRemediation-EnableRedshiftClusterEncryption"),
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        ENCRYPTED.equals_parameter("clusterDbEncrypted"),
        when(
            &parameter_is_true("loggingEnabled"),
            &property("LoggingProperties").is_present(),
            &property("LoggingProperties").is_absent(),
        ),
        when_parameter("nodeTypes", &property("NodeType").is_one_of_parameter("nodeTypes")),
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
    LoggingProperties:
      BucketName: audit-logs
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
    Encrypted: true
",
    ..Rule::BASE
};

const ENCRYPTED: Property = property("Encrypted")
    .unknown_when_absent("Encrypted is not set, and what that means depends on when the cluster is made");
