//! AWS Backup.

use super::Rule;

mod plan_min_frequency_and_min_retention_check;
mod recovery_point_manual_deletion_disabled;

pub(super) static RULES: &[&Rule] =
    &[&plan_min_frequency_and_min_retention_check::RULE, &recovery_point_manual_deletion_disabled::RULE];
