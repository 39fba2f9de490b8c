//! Amazon EFS.

use super::Rule;

mod access_point_enforce_root_directory;
mod access_point_enforce_user_identity;
mod automatic_backups_enabled;
mod encrypted_check;
mod filesystem_ct_encrypted;
mod in_backup_plan;
mod mount_target_public_accessible;
mod resources_protected_by_backup_plan;

pub(super) static RULES: &[&Rule] = &[
    &access_point_enforce_root_directory::RULE,
    &access_point_enforce_user_identity::RULE,
    &automatic_backups_enabled::RULE,
    &encrypted_check::RULE,
    &filesystem_ct_encrypted::RULE,
    &in_backup_plan::RULE,
    &mount_target_public_accessible::RULE,
    &resources_protected_by_backup_plan::RULE,
];
