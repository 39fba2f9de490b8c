//! Amazon Neptune.

use super::Rule;

mod cluster_backup_retention_check;
mod cluster_cloudwatch_log_export_enabled;
mod cluster_copy_tags_to_snapshot_enabled;
mod cluster_deletion_protection_enabled;
mod cluster_encrypted;
mod cluster_iam_database_authentication;

pub(super) static RULES: &[&Rule] = &[
    &cluster_backup_retention_check::RULE,
    &cluster_cloudwatch_log_export_enabled::RULE,
    &cluster_copy_tags_to_snapshot_enabled::RULE,
    &cluster_deletion_protection_enabled::RULE,
    &cluster_encrypted::RULE,
    &cluster_iam_database_authentication::RULE,
];
