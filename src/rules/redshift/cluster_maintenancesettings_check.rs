//! `redshift-cluster-maintenancesettings-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_CLUSTER_MAINTENANCESETTINGS_CHECK",
    name: "redshift-cluster-maintenancesettings-check",
    resource_types: &["AWS::Redshift::Cluster"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["Redshift.6"],
    parameters: &[
        Parameter {
            name: "allowVersionUpgrade",
            parameter_type: ParameterType::Boolean,
            required: true,
            default: Some("true"),
            description: "expected value of `AllowVersionUpgrade`; the default is what Security Hub passes",
        },
        Parameter {
            name: "preferredMaintenanceWindow",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "expected maintenance window, for example `Mon:09:30-Mon:10:00`",
        },
        Parameter {
            name: "automatedSnapshotRetentionPeriod",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "expected retention of automated snapshots in days; the console suggests 1",
        },
    ],
    summary: "Redshift clusters should have the expected maintenance settings.",
    details: "\
Upgrades bring security patches, in a window that suits you; snapshots bring back what was lost. Each setting \
has to equal the rule's parameter, where that is given. An absent `AllowVersionUpgrade` means true, an absent \
`AutomatedSnapshotRetentionPeriod` 1. Without a `PreferredMaintenanceWindow` AWS picks one at random, which counts \
as another than the expected one; windows are compared without regard to case.

AWS doesn't say whether a longer retention than the expected one will do. Here it will not. In proactive mode \
AWS Config asks for all three properties and may report absent ones.",
    fix: "Set `AllowVersionUpgrade`, `PreferredMaintenanceWindow` and `AutomatedSnapshotRetentionPeriod` to the \
rule's parameters.",
    remediation_document: Some("AWSConfigRemediation-ModifyRedshiftClusterMaintenanceSettings"),
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("AllowVersionUpgrade").default("true").equals_parameter("allowVersionUpgrade"),
        when_parameter(
            "preferredMaintenanceWindow",
            &property("PreferredMaintenanceWindow")
                .ignoring_case()
                .equals_parameter("preferredMaintenanceWindow"),
        ),
        when_parameter(
            "automatedSnapshotRetentionPeriod",
            &property("AutomatedSnapshotRetentionPeriod")
                .default("1")
                .equals_parameter("automatedSnapshotRetentionPeriod"),
        ),
    ]),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: admin
    ManageMasterPassword: true
    AllowVersionUpgrade: true
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: admin
    ManageMasterPassword: true
    AllowVersionUpgrade: false
",
    ..Rule::BASE
};
