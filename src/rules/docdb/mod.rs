//! Amazon DocumentDB.

use super::Rule;

mod cluster_audit_logging_enabled;
mod cluster_backup_retention_check;
mod cluster_deletion_protection_enabled;
mod cluster_encrypted;
mod cluster_encrypted_in_transit;

pub(super) static RULES: &[&Rule] = &[
    &cluster_audit_logging_enabled::RULE,
    &cluster_backup_retention_check::RULE,
    &cluster_deletion_protection_enabled::RULE,
    &cluster_encrypted::RULE,
    &cluster_encrypted_in_transit::RULE,
];
