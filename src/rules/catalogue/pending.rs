//! The rules that a template could decide and that cfn-gate doesn't implement yet, one line each.
//!
//! Whoever implements a rule deletes its line here: a test fails for a rule that is in both places.

use super::*;
use crate::rules::Rule;

/// The rules of this file.
pub(in crate::rules) static RULES: &[&Rule] = pending_rules! {
    "DMS_REPLICATION_TASK_SOURCEDB_LOGGING" "dms-replication-task-sourcedb-logging" ConfigurationChange Medium ["AWS::DMS::ReplicationTask"] ["DMS.8"] &[], "DMS replication tasks should log the source database side.";
    "DMS_REPLICATION_TASK_TARGETDB_LOGGING" "dms-replication-task-targetdb-logging" ConfigurationChange Medium ["AWS::DMS::ReplicationTask"] ["DMS.7"] &[], "DMS replication tasks should log the target database side.";
    "EMR_KERBEROS_ENABLED" "emr-kerberos-enabled" Periodic Medium ["AWS::EMR::Cluster"] [] &[optional(Int, "TicketLifetimeInHours", "ticket lifetime that the KDC must use"), optional(String, "Realm", "realm name of the trusted realm"), optional(String, "Domain", "domain name of the trusted realm"), optional(String, "AdminServer", "admin server of the trusted realm"), optional(String, "KdcServer", "KDC of the trusted realm")], "EMR clusters should use Kerberos.";
    "NEPTUNE_CLUSTER_MULTI_AZ_ENABLED" "neptune-cluster-multi-az-enabled" ConfigurationChange Medium ["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"] [] &[], "Neptune clusters should run instances in several Availability Zones.";
    "RDS_CLUSTER_MULTI_AZ_ENABLED" "rds-cluster-multi-az-enabled" ConfigurationChange Medium ["AWS::RDS::DBCluster"] ["RDS.15"] &[], "RDS and Aurora clusters should run instances in several Availability Zones.";
    "RDS_LOGGING_ENABLED" "rds-logging-enabled" ConfigurationChange Medium ["AWS::RDS::DBInstance"] ["RDS.9"] &[optional(StringMap, "additionalLogs", "per engine, further log types that must be exported, as in 'oracle: general, slowquery ; aurora: alert, slowquery'")], "RDS instances should publish all their log types to CloudWatch Logs.";
    "REDSHIFT_CLUSTER_SUBNET_GROUP_MULTI_AZ" "redshift-cluster-subnet-group-multi-az" ConfigurationChange Medium ["AWS::Redshift::ClusterSubnetGroup"] ["Redshift.16"] &[], "Redshift subnet groups should span at least two Availability Zones.";
};
