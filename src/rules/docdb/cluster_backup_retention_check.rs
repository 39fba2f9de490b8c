//! `docdb-cluster-backup-retention-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DOCDB_CLUSTER_BACKUP_RETENTION_CHECK",
    name: "docdb-cluster-backup-retention-check",
    resource_types: &["AWS::DocDB::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["DocumentDB.2"],
    parameters: &[Parameter {
        name: "minimumBackupRetentionPeriod",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("7"),
        description: "days that backups have to be kept at least, from 1 to 35",
    }],
    summary: "DocumentDB clusters should keep backups for long enough.",
    details: "\
What was destroyed and is noticed after a week is lost if backups are kept for a day. An absent \
`BackupRetentionPeriod` means 1 day, the service's default.",
    fix: "Set `BackupRetentionPeriod` to 7 days or more.",
    remediation_document: Some("AWS-EnableDocDbClusterBackupRetentionPeriod"),
    compliant_when: property("BackupRetentionPeriod")
        .default("1")
        .at_least_parameter("minimumBackupRetentionPeriod"),
    compliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    BackupRetentionPeriod: 14
",
    noncompliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    DBSubnetGroupName: private
",
    ..Rule::BASE
};
