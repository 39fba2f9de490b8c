//! Amazon DynamoDB.

use super::Rule;

mod autoscaling_enabled;
mod pitr_enabled;
mod table_deletion_protection_enabled;
mod table_encrypted_kms;
mod table_encryption_enabled;

pub(super) static RULES: &[&Rule] = &[
    &autoscaling_enabled::RULE,
    &pitr_enabled::RULE,
    &table_deletion_protection_enabled::RULE,
    &table_encrypted_kms::RULE,
    &table_encryption_enabled::RULE,
];
