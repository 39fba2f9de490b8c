//! Amazon FSx.

use super::Rule;

mod lustre_copy_tags_to_backups;
mod ontap_deployment_type_check;
mod openzfs_copy_tags_enabled;
mod openzfs_deployment_type_check;
mod resources_protected_by_backup_plan;
mod windows_audit_log_configured;
mod windows_deployment_type_check;

pub(super) static RULES: &[&Rule] = &[
    &lustre_copy_tags_to_backups::RULE,
    &ontap_deployment_type_check::RULE,
    &openzfs_copy_tags_enabled::RULE,
    &openzfs_deployment_type_check::RULE,
    &resources_protected_by_backup_plan::RULE,
    &windows_audit_log_configured::RULE,
    &windows_deployment_type_check::RULE,
];
