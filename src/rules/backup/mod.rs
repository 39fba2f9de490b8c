//! AWS Backup.

use super::Rule;

pub(in crate::rules) mod coverage;
mod plan_min_frequency_and_min_retention_check;
pub(in crate::rules) mod protection;
mod recovery_point_manual_deletion_disabled;

pub(super) static RULES: &[&Rule] =
    &[&plan_min_frequency_and_min_retention_check::RULE, &recovery_point_manual_deletion_disabled::RULE];
