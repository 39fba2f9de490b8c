//! `rds-aurora-mysql-audit-logging-enabled`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_AURORA_MYSQL_AUDIT_LOGGING_ENABLED",
    name: "rds-aurora-mysql-audit-logging-enabled",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.34"],
    summary: "Aurora MySQL clusters should publish their audit log to CloudWatch Logs.",
    details: "\
The audit log says who asked the database what, and in CloudWatch Logs nobody who got into the database can \
change it. An absent `EnableCloudwatchLogsExports` exports nothing.

The rule looks at the export alone: `server_audit_logging` in the parameter group has to be on as well, \
which `aurora-mysql-cluster-audit-logging` looks at.",
    fix: "Add `audit` to `EnableCloudwatchLogsExports` and set `server_audit_logging` to 1 in the cluster \
parameter group.",
    applies_when: ENGINE.is_one_of(&["aurora-mysql", "aurora"]).explained("the engine is not Aurora MySQL"),
    compliant_when: property("EnableCloudwatchLogsExports").contains("audit"),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
    EnableCloudwatchLogsExports:
      - audit
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
",
    ..Rule::BASE
};
