//! Amazon ElastiCache.

use super::{Check, Rule, property};

mod auto_minor_version_upgrade_check;
mod automatic_backup_check_enabled;
mod rbac_auth_enabled;
mod redis_cluster_automatic_backup_check;
mod repl_grp_auto_failover_enabled;
mod repl_grp_encrypted_at_rest;
mod repl_grp_encrypted_in_transit;
mod repl_grp_redis_auth_enabled;
mod subnet_group_check;
mod supported_engine_version;

pub(super) static RULES: &[&Rule] = &[
    &auto_minor_version_upgrade_check::RULE,
    &automatic_backup_check_enabled::RULE,
    &rbac_auth_enabled::RULE,
    &redis_cluster_automatic_backup_check::RULE,
    &repl_grp_auto_failover_enabled::RULE,
    &repl_grp_encrypted_at_rest::RULE,
    &repl_grp_encrypted_in_transit::RULE,
    &repl_grp_redis_auth_enabled::RULE,
    &subnet_group_check::RULE,
    &supported_engine_version::RULE,
];

/// The engine keeps data: it is not Memcached.
const IS_NOT_MEMCACHED: Check =
    property("Engine").ignoring_case().differs_from("memcached").explained("the engine is Memcached");
