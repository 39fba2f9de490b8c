//! `neptune-cluster-cloudwatch-log-export-enabled`

use super::IS_NEPTUNE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NEPTUNE_CLUSTER_CLOUDWATCH_LOG_EXPORT_ENABLED",
    name: "neptune-cluster-cloudwatch-log-export-enabled",
    resource_types: &["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["Neptune.2"],
    summary: "Neptune clusters should publish their audit log to CloudWatch Logs.",
    details: "\
The audit log says who asked the database what, and in CloudWatch Logs nobody who got into the database can \
change it. An absent `EnableCloudwatchLogsExports` exports nothing. The rule looks at the export alone: \
`neptune_enable_audit_log` in the parameter group has to be on as well.

AWS Config records Neptune clusters as RDS clusters with the engine `neptune`, so both types are judged; RDS \
clusters of other engines are not applicable.",
    fix: "Add `audit` to `EnableCloudwatchLogsExports`.",
    applies_when: IS_NEPTUNE,
    compliant_when: property("EnableCloudwatchLogsExports").contains("audit"),
    compliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    EnableCloudwatchLogsExports:
      - audit
",
    noncompliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    DBSubnetGroupName: private
",
    ..Rule::BASE
};
