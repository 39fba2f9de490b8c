//! Amazon RDS.

use super::parameter_group::names_own_group;
use super::{Check, Property, Rule, function, property};

mod aurora_global_database_encryption_at_rest;
mod aurora_mysql_audit_logging_enabled;
mod aurora_mysql_backtracking_enabled;
mod aurora_mysql_cluster_audit_logging;
mod aurora_postgresql_logs_to_cloudwatch;
mod aurora_resources_protected_by_backup_plan;
mod automatic_minor_version_upgrade_enabled;
mod cluster_auto_minor_version_upgrade_enable;
mod cluster_backup_retention_check;
mod cluster_default_admin_check;
mod cluster_deletion_protection_enabled;
mod cluster_encrypted_at_rest;
mod cluster_iam_authentication_enabled;
mod cluster_multi_az_enabled;
mod db_instance_backup_enabled;
mod db_security_group_not_allowed;
mod enhanced_monitoring_enabled;
mod global_cluster_aurora_mysql_supported_version;
mod in_backup_plan;
mod instance_default_admin_check;
mod instance_deletion_protection_enabled;
mod instance_iam_authentication_enabled;
mod instance_public_access_check;
mod instance_subnet_igw_check;
mod logging_enabled;
mod mariadb_instance_encrypted_in_transit;
mod mariadb_publish_logs_to_cloudwatch_logs;
mod multi_az_support;
mod mysql_cluster_copy_tags_to_snapshot_check;
mod mysql_instance_encrypted_in_transit;
mod pgsql_cluster_copy_tags_to_snapshot_check;
mod postgres_instance_encrypted_in_transit;
mod postgresql_logs_to_cloudwatch;
mod proxy_tls_encryption;
mod resources_protected_by_backup_plan;
mod sql_server_logs_to_cloudwatch;
mod sqlserver_encrypted_in_transit;
mod storage_encrypted;

pub(super) static RULES: &[&Rule] = &[
    &aurora_global_database_encryption_at_rest::RULE,
    &aurora_mysql_audit_logging_enabled::RULE,
    &aurora_mysql_backtracking_enabled::RULE,
    &aurora_mysql_cluster_audit_logging::RULE,
    &aurora_postgresql_logs_to_cloudwatch::RULE,
    &aurora_resources_protected_by_backup_plan::RULE,
    &automatic_minor_version_upgrade_enabled::RULE,
    &cluster_auto_minor_version_upgrade_enable::RULE,
    &cluster_backup_retention_check::RULE,
    &cluster_default_admin_check::RULE,
    &cluster_deletion_protection_enabled::RULE,
    &cluster_encrypted_at_rest::RULE,
    &cluster_iam_authentication_enabled::RULE,
    &cluster_multi_az_enabled::RULE,
    &db_instance_backup_enabled::RULE,
    &db_security_group_not_allowed::RULE,
    &enhanced_monitoring_enabled::RULE,
    &global_cluster_aurora_mysql_supported_version::RULE,
    &in_backup_plan::RULE,
    &instance_default_admin_check::RULE,
    &instance_deletion_protection_enabled::RULE,
    &instance_iam_authentication_enabled::RULE,
    &instance_public_access_check::RULE,
    &instance_subnet_igw_check::RULE,
    &logging_enabled::RULE,
    &mariadb_instance_encrypted_in_transit::RULE,
    &mariadb_publish_logs_to_cloudwatch_logs::RULE,
    &multi_az_support::RULE,
    &mysql_cluster_copy_tags_to_snapshot_check::RULE,
    &mysql_instance_encrypted_in_transit::RULE,
    &pgsql_cluster_copy_tags_to_snapshot_check::RULE,
    &postgres_instance_encrypted_in_transit::RULE,
    &postgresql_logs_to_cloudwatch::RULE,
    &proxy_tls_encryption::RULE,
    &resources_protected_by_backup_plan::RULE,
    &sql_server_logs_to_cloudwatch::RULE,
    &sqlserver_encrypted_in_transit::RULE,
    &storage_encrypted::RULE,
];

/// The engine of a DB instance or DB cluster.
const ENGINE: Property = property("Engine")
    .ignoring_case()
    .unknown_when_absent("Engine is not set: it is that of the source of the data");

/// The DB instance has a parameter group of its own, not a default one.
const HAS_OWN_GROUP: Check = function(|instance| names_own_group(instance, "DBParameterGroupName"));
