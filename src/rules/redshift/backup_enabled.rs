//! `redshift-backup-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_BACKUP_ENABLED",
    name: "redshift-backup-enabled",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    security_hub: &["Redshift.3"],
    parameters: &[
        Parameter {
            name: "MinRetentionPeriod",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "least retention in days; Security Hub passes 7",
        },
        Parameter {
            name: "MaxRetentionPeriod",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "longest retention in days, at most 35",
        },
    ],
    summary: "Redshift clusters should take automated snapshots.",
    details: "\
Snapshots bring back what was lost. 0 switches them off; an absent `AutomatedSnapshotRetentionPeriod` means \
1 day. Security Hub passes 7 as `MinRetentionPeriod`, so there an absent one fails.",
    fix: "Set `AutomatedSnapshotRetentionPeriod` to 7 days or more.",
    remediation_document: Some("AWSConfigRemediation-EnableRedshiftClusterAutomatedSnapshot"),
    compliant_when: all_of(&[
        PERIOD.at_least(1),
        when_parameter("MinRetentionPeriod", &PERIOD.at_least_parameter("MinRetentionPeriod")),
        when_parameter("MaxRetentionPeriod", &PERIOD.at_most_parameter("MaxRetentionPeriod")),
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
    AutomatedSnapshotRetentionPeriod: 7
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
    AutomatedSnapshotRetentionPeriod: 0
",
    ..Rule::BASE
};

const PERIOD: Property = property("AutomatedSnapshotRetentionPeriod").default("1");
