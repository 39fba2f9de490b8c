//! AWS Batch.

use super::Rule;

mod compute_environment_enabled;
mod compute_environment_managed;
mod job_queue_enabled;
mod managed_compute_env_allocation_strategy_check;
mod managed_compute_environment_using_launch_template;
mod managed_spot_compute_environment_max_bid;

pub(super) static RULES: &[&Rule] = &[
    &compute_environment_enabled::RULE,
    &compute_environment_managed::RULE,
    &job_queue_enabled::RULE,
    &managed_compute_env_allocation_strategy_check::RULE,
    &managed_compute_environment_using_launch_template::RULE,
    &managed_spot_compute_environment_max_bid::RULE,
];
