//! `mariadb-publish-logs-to-cloudwatch-logs`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MARIADB_PUBLISH_LOGS_TO_CLOUDWATCH_LOGS",
    name: "mariadb-publish-logs-to-cloudwatch-logs",
    resource_types: &["AWS::RDS::DBInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RDS.42"],
    parameters: &[Parameter {
        name: "logTypes",
        parameter_type: ParameterType::String,
        required: false,
        default: Some("error,audit"),
        description: "logs that have to be exported: any of `audit`, `error`, `general`, `slowquery`",
    }],
    summary: "RDS for MariaDB instances should publish their logs to CloudWatch Logs.",
    details: "\
Logs that stay on the instance are gone after some days, and with the instance. Every log of `logTypes` has \
to be in `EnableCloudwatchLogsExports`; absent exports nothing. The audit log needs the audit plugin in an \
option group as well, at which the rule doesn't look.",
    fix: "Set `EnableCloudwatchLogsExports` to `error` and `audit`.",
    applies_when: ENGINE.equals("mariadb").explained("the engine is not MariaDB"),
    compliant_when: property("EnableCloudwatchLogsExports").contains_all_of_parameter("logTypes"),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mariadb
    EnableCloudwatchLogsExports:
      - audit
      - error
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mariadb
    EnableCloudwatchLogsExports:
      - error
",
    ..Rule::BASE
};
