//! `rds-aurora-postgresql-logs-to-cloudwatch`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_AURORA_POSTGRESQL_LOGS_TO_CLOUDWATCH",
    name: "rds-aurora-postgresql-logs-to-cloudwatch",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.37"],
    summary: "Aurora PostgreSQL clusters should publish their log to CloudWatch Logs.",
    details: "\
Logs that stay on the instance are gone after some days, and with the instance. An absent \
`EnableCloudwatchLogsExports` exports nothing. The logs `instance` and `iam-db-auth-error` don't stand in \
for `postgresql`.",
    fix: "Add `postgresql` to `EnableCloudwatchLogsExports`.",
    certainty: Certainty::Known,
    applies_when: ENGINE.equals("aurora-postgresql").explained("the engine is not Aurora PostgreSQL"),
    compliant_when: property("EnableCloudwatchLogsExports").contains("postgresql"),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
    EnableCloudwatchLogsExports:
      - postgresql
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
",
    ..Rule::BASE
};
