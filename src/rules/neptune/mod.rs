//! Amazon Neptune.

use super::{Check, Rule, any_of, has_type, property};

mod cluster_backup_retention_check;
mod cluster_cloudwatch_log_export_enabled;
mod cluster_copy_tags_to_snapshot_enabled;
mod cluster_deletion_protection_enabled;
mod cluster_encrypted;
mod cluster_iam_database_authentication;
mod cluster_multi_az_enabled;

pub(super) static RULES: &[&Rule] = &[
    &cluster_backup_retention_check::RULE,
    &cluster_cloudwatch_log_export_enabled::RULE,
    &cluster_copy_tags_to_snapshot_enabled::RULE,
    &cluster_deletion_protection_enabled::RULE,
    &cluster_encrypted::RULE,
    &cluster_iam_database_authentication::RULE,
    &cluster_multi_az_enabled::RULE,
];

/// The cluster is one of Neptune, which AWS Config records as a DB cluster of RDS.
const IS_NEPTUNE: Check =
    any_of(&[has_type(&["AWS::Neptune::DBCluster"]), property("Engine").ignoring_case().equals("neptune")])
        .explained("the engine is not Neptune");
