//! AWS Database Migration Service.

use super::Rule;

mod auto_minor_version_upgrade_check;
mod endpoint_ssl_configured;
mod logging;
mod mongo_db_authentication_enabled;
mod neptune_iam_authorization_enabled;
mod redis_tls_enabled;
mod replication_instance_multi_az_enabled;
mod replication_not_public;
mod replication_task_sourcedb_logging;
mod replication_task_targetdb_logging;

pub(super) static RULES: &[&Rule] = &[
    &auto_minor_version_upgrade_check::RULE,
    &endpoint_ssl_configured::RULE,
    &mongo_db_authentication_enabled::RULE,
    &neptune_iam_authorization_enabled::RULE,
    &redis_tls_enabled::RULE,
    &replication_instance_multi_az_enabled::RULE,
    &replication_not_public::RULE,
    &replication_task_sourcedb_logging::RULE,
    &replication_task_targetdb_logging::RULE,
];
