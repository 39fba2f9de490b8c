//! Amazon DynamoDB.

use super::Rule;

mod autoscaling_enabled;
mod in_backup_plan;
mod pitr_enabled;
mod resources_protected_by_backup_plan;
mod table_deletion_protection_enabled;
mod table_encrypted_kms;
mod table_encryption_enabled;

pub(super) static RULES: &[&Rule] = &[
    &autoscaling_enabled::RULE,
    &in_backup_plan::RULE,
    &pitr_enabled::RULE,
    &resources_protected_by_backup_plan::RULE,
    &table_deletion_protection_enabled::RULE,
    &table_encrypted_kms::RULE,
    &table_encryption_enabled::RULE,
];
