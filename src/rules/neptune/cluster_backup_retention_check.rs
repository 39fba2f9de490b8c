//! `neptune-cluster-backup-retention-check`

use super::IS_NEPTUNE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NEPTUNE_CLUSTER_BACKUP_RETENTION_CHECK",
    name: "neptune-cluster-backup-retention-check",
    resource_types: &["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["Neptune.5"],
    parameters: &[Parameter {
        name: "minimumBackupRetentionPeriod",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("7"),
        description: "days that backups have to be kept at least, from 1 to 35",
    }],
    summary: "Neptune clusters should keep backups for long enough.",
    details: "\
What was destroyed and is noticed after a week is lost if backups are kept for a day. An absent \
`BackupRetentionPeriod` means 1 day, the service's default.

AWS Config records Neptune clusters as RDS clusters with the engine `neptune`, so both types are judged; RDS \
clusters of other engines are not applicable.",
    fix: "Set `BackupRetentionPeriod` to 7 days or more.",
    applies_when: IS_NEPTUNE,
    compliant_when: property("BackupRetentionPeriod")
        .default("1")
        .at_least_parameter("minimumBackupRetentionPeriod"),
    compliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    BackupRetentionPeriod: 14
",
    noncompliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    DBSubnetGroupName: private
",
    ..Rule::BASE
};
