//! `docdb-cluster-audit-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DOCDB_CLUSTER_AUDIT_LOGGING_ENABLED",
    name: "docdb-cluster-audit-logging-enabled",
    resource_types: &["AWS::DocDB::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["DocumentDB.4"],
    summary: "DocumentDB clusters should publish their audit log to CloudWatch Logs.",
    details: "\
The audit log says who asked the database what, and in CloudWatch Logs nobody who got into the database can \
change it. An absent `EnableCloudwatchLogsExports` exports nothing. The rule looks at the export alone: \
`audit_logs` in the parameter group has to be on as well.",
    fix: "Add `audit` to `EnableCloudwatchLogsExports`.",
    compliant_when: property("EnableCloudwatchLogsExports").contains("audit"),
    compliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    EnableCloudwatchLogsExports:
      - audit
",
    noncompliant_example: "\
Documents:
  Type: AWS::DocDB::DBCluster
  Properties:
    DBSubnetGroupName: private
",
    ..Rule::BASE
};
