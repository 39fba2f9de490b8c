//! `rds-sql-server-logs-to-cloudwatch`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_SQL_SERVER_LOGS_TO_CLOUDWATCH",
    name: "rds-sql-server-logs-to-cloudwatch",
    resource_types: &["AWS::RDS::DBInstance"],
    severity: Severity::Medium,
    security_hub: &["RDS.40"],
    parameters: &[Parameter {
        name: "logTypes",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "logs that have to be exported: any of `agent`, `error`",
    }],
    summary: "RDS for SQL Server instances should publish their logs to CloudWatch Logs.",
    details: "\
Logs that stay on the instance are gone after some days, and with the instance. Every log of `logTypes` has \
to be in `EnableCloudwatchLogsExports`; absent exports nothing.

AWS doesn't say which logs the rule wants without the parameter. Here `agent` and `error` together pass, \
neither fails, and one of the two leaves the verdict open.",
    fix: "Set `EnableCloudwatchLogsExports` to `agent` and `error`.",
    certainty: Certainty::Guess,
    applies_when: ENGINE.starts_with(&["sqlserver"]).explained("the engine is not SQL Server"),
    compliant_when: when(
        &parameter_is_given("logTypes"),
        &LOGS.contains_all_of_parameter("logTypes"),
        &BOTH_OR_OPEN,
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: sqlserver-se
    EnableCloudwatchLogsExports:
      - agent
      - error
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: sqlserver-se
",
    ..Rule::BASE
};

const LOGS: Property = property("EnableCloudwatchLogsExports");
const BOTH_OR_OPEN: Check = when(
    &any_of(&[LOGS.contains("agent"), LOGS.contains("error")]),
    &any_of(&[
        all_of(&[LOGS.contains("agent"), LOGS.contains("error")]),
        undecided(
            "one of the logs `agent` and `error` is exported, and AWS doesn't say whether that is enough",
        ),
    ]),
    &LOGS.contains("error"),
);
