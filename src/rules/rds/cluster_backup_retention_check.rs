//! `rds-cluster-backup-retention-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_CLUSTER_BACKUP_RETENTION_CHECK",
    name: "rds-cluster-backup-retention-check",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.50"],
    parameters: &[Parameter {
        name: "minimumBackupRetentionPeriod",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("7"),
        description: "days that backups have to be kept at least, from 1 to 35",
    }],
    summary: "RDS clusters should keep backups for long enough.",
    details: "\
What was destroyed and is noticed after a week is lost if backups are kept for a day. An absent \
`BackupRetentionPeriod` means 1 day, the service's default.

AWS Config records Neptune and DocumentDB clusters as RDS clusters too; AWS doesn't say whether the rule \
reports them. Here `AWS::Neptune::DBCluster` and `AWS::DocDB::DBCluster` have rules of their own.",
    fix: "Set `BackupRetentionPeriod` to 7 days or more.",
    certainty: Certainty::Known,
    compliant_when: property("BackupRetentionPeriod")
        .default("1")
        .at_least_parameter("minimumBackupRetentionPeriod"),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    BackupRetentionPeriod: 14
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
",
    ..Rule::BASE
};
