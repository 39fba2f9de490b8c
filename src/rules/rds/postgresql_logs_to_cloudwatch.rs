//! `rds-postgresql-logs-to-cloudwatch`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_POSTGRESQL_LOGS_TO_CLOUDWATCH",
    name: "rds-postgresql-logs-to-cloudwatch",
    resource_types: &["AWS::RDS::DBInstance"],
    severity: Severity::Medium,
    security_hub: &["RDS.36"],
    parameters: &[Parameter {
        name: "logTypes",
        parameter_type: ParameterType::Csv,
        required: false,
        default: Some("postgresql"),
        description: "logs that have to be exported: any of `postgresql`, `upgrade`",
    }],
    summary: "RDS for PostgreSQL instances should publish their logs to CloudWatch Logs.",
    details: "\
Logs that stay on the instance are gone after some days, and with the instance. Every log of `logTypes` has \
to be in `EnableCloudwatchLogsExports`; absent exports nothing. Members of a Multi-AZ DB cluster export \
through the cluster: they stay open.",
    fix: "Set `EnableCloudwatchLogsExports` to `postgresql`.",
    applies_when: ENGINE.equals("postgres").explained("the engine is not RDS for PostgreSQL"),
    compliant_when: when(
        &property("DBClusterIdentifier").is_present(),
        &undecided("the DB cluster exports the logs of its members"),
        &property("EnableCloudwatchLogsExports").contains_all_of_parameter("logTypes"),
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableCloudwatchLogsExports:
      - postgresql
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
",
    ..Rule::BASE
};
