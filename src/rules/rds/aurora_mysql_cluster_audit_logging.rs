//! `aurora-mysql-cluster-audit-logging`

use super::ENGINE;
use crate::rules::parameter_group::names_own_group;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AURORA_MYSQL_CLUSTER_AUDIT_LOGGING",
    name: "aurora-mysql-cluster-audit-logging",
    resource_types: &["AWS::RDS::DBCluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RDS.45"],
    summary: "Aurora MySQL clusters should write an audit log.",
    details: "\
The audit log says who asked the database what. The cluster's parameter group has to set \
`server_audit_logging` to 1 and `server_audit_events` to something. The default group, and an absent \
`server_audit_logging`, mean off. Without `server_audit_events` the verdict stays open, as with a group \
outside the template. The details are those of Security Hub's control.

AWS Config also reports clusters whose group is not yet applied, which a template can't show. That the log \
is exported is the matter of `rds-aurora-mysql-audit-logging-enabled`.",
    fix: "Set `server_audit_logging` to 1 and `server_audit_events` in the cluster parameter group.",
    applies_when: ENGINE.equals("aurora-mysql").explained("the engine is not Aurora MySQL"),
    compliant_when: when(
        &function(|cluster| names_own_group(cluster, "DBClusterParameterGroupName")),
        &follow(
            "DBClusterParameterGroupName",
            &["AWS::RDS::DBClusterParameterGroup"],
            &all_of(&[
                property("Parameters.server_audit_logging").ignoring_case().default("0").is_one_of(&["1", "on", "true"]),
                property("Parameters.server_audit_events")
                    .unknown_when_absent(
                        "server_audit_events is not set, and its default depends on the family of the parameter group",
                    )
                    .is_present(),
            ]),
        ),
        &never("the default parameter group writes no audit log"),
    ),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
    DBClusterParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBClusterParameterGroup
  Properties:
    Description: audit
    Family: aurora-mysql8.0
    Parameters:
      server_audit_logging: '1'
      server_audit_events: CONNECT,QUERY_DDL
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-mysql
    DBClusterParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBClusterParameterGroup
  Properties:
    Description: audit
    Family: aurora-mysql8.0
    Parameters:
      server_audit_logging: '0'
      server_audit_events: CONNECT,QUERY_DDL
",
    ..Rule::BASE
};
