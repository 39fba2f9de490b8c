//! `db-instance-backup-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DB_INSTANCE_BACKUP_ENABLED",
    name: "db-instance-backup-enabled",
    resource_types: &["AWS::RDS::DBInstance"],
    severity: Severity::Medium,
    security_hub: &["RDS.11"],
    parameters: &[
        Parameter {
            name: "backupRetentionPeriod",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "days that backups have to be kept exactly",
        },
        Parameter {
            name: "backupRetentionMinimum",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "days that backups have to be kept at least; Security Hub passes 7",
        },
        Parameter {
            name: "preferredBackupWindow",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "backup window that is expected, for example `09:30-10:00`",
        },
        Parameter {
            name: "checkReadReplicas",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: None,
            description: "whether read replicas are judged; Security Hub passes false",
        },
    ],
    summary: "RDS DB instances should have automated backups.",
    details: "\
Backups bring back what was lost. 0 switches them off; an absent `BackupRetentionPeriod` means 1 day, so it \
passes without parameters. A member of a DB cluster is read by its cluster. An absent \
`PreferredBackupWindow` is chosen by RDS and stays open where the parameter is given.

Read replicas begin without backups. With `checkReadReplicas` false they are not applicable. AWS doesn't say \
what holds without that parameter: a replica that would fail stays open then.",
    fix: "Set `BackupRetentionPeriod` to 7 days or more.",
    remediation_document: Some("AWSConfigRemediation-EnableRDSInstanceBackup"),
    certainty: Certainty::Known,
    applies_when: when(
        &all_of(&[
            parameter_is_given("checkReadReplicas"),
            not(&parameter_is_true("checkReadReplicas"), "read replicas are judged as well"),
        ]),
        &property("SourceDBInstanceIdentifier").is_absent().explained("the instance is a read replica"),
        &Check::ALWAYS,
    ),
    compliant_when: when(
        &property("DBClusterIdentifier").is_present(),
        &follow("DBClusterIdentifier", &["AWS::RDS::DBCluster"], &LONG_ENOUGH),
        &when(&REPLICA, &REPLICA_LONG_ENOUGH, &LONG_ENOUGH),
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    BackupRetentionPeriod: 7
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    BackupRetentionPeriod: 0
",
    ..Rule::BASE
};

const REPLICA: Check = property("SourceDBInstanceIdentifier").is_present();
const LONG_ENOUGH: Check = all_of(&[
    PERIOD.at_least(1),
    when_parameter("backupRetentionPeriod", &PERIOD.equals_parameter("backupRetentionPeriod")),
    when_parameter("backupRetentionMinimum", &PERIOD.at_least_parameter("backupRetentionMinimum")),
    when_parameter(
        "preferredBackupWindow",
        &property("PreferredBackupWindow")
            .unknown_when_absent("PreferredBackupWindow is not set, so RDS chooses")
            .equals_parameter("preferredBackupWindow"),
    ),
]);
const REPLICA_LONG_ENOUGH: Check = when(
    &property("BackupRetentionPeriod").default("0").at_least(1),
    &LONG_ENOUGH,
    &when(
        &parameter_is_given("checkReadReplicas"),
        &property("BackupRetentionPeriod").default("0").at_least(1),
        &undecided("AWS does not say whether read replicas are judged"),
    ),
);
const PERIOD: Property = property("BackupRetentionPeriod").default("1");
