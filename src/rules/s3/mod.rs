//! Amazon S3.

use super::Rule;

mod access_point_in_vpc_only;
mod access_point_public_access_blocks;
mod bucket_acl_prohibited;
mod bucket_blacklisted_actions_prohibited;
mod bucket_cross_region_replication_enabled;
mod bucket_default_lock_enabled;
mod bucket_level_public_access_prohibited;
mod bucket_logging_enabled;
mod bucket_policy_grantee_check;
mod bucket_policy_not_more_permissive;
mod bucket_public_read_prohibited;
mod bucket_public_write_prohibited;
mod bucket_replication_enabled;
mod bucket_server_side_encryption_enabled;
mod bucket_ssl_requests_only;
mod bucket_versioning_enabled;
mod default_encryption_kms;
mod event_notifications_enabled;
mod lifecycle_policy_check;
pub(in crate::rules) mod public_access;
mod resources_protected_by_backup_plan;
mod version_lifecycle_policy_check;

pub(super) static RULES: &[&Rule] = &[
    &access_point_in_vpc_only::RULE,
    &access_point_public_access_blocks::RULE,
    &bucket_acl_prohibited::RULE,
    &bucket_blacklisted_actions_prohibited::RULE,
    &bucket_cross_region_replication_enabled::RULE,
    &bucket_default_lock_enabled::RULE,
    &bucket_level_public_access_prohibited::RULE,
    &bucket_logging_enabled::RULE,
    &bucket_policy_grantee_check::RULE,
    &bucket_policy_not_more_permissive::RULE,
    &bucket_public_read_prohibited::RULE,
    &bucket_public_write_prohibited::RULE,
    &bucket_replication_enabled::RULE,
    &bucket_server_side_encryption_enabled::RULE,
    &bucket_ssl_requests_only::RULE,
    &bucket_versioning_enabled::RULE,
    &default_encryption_kms::RULE,
    &event_notifications_enabled::RULE,
    &lifecycle_policy_check::RULE,
    &resources_protected_by_backup_plan::RULE,
    &version_lifecycle_policy_check::RULE,
];
