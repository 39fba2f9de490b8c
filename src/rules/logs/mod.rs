//! Amazon CloudWatch Logs.

use super::Rule;

mod cloudwatch_log_group_encrypted;
mod cw_loggroup_retention_period_check;

pub(super) static RULES: &[&Rule] =
    &[&cloudwatch_log_group_encrypted::RULE, &cw_loggroup_retention_period_check::RULE];
