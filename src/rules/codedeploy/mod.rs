//! AWS CodeDeploy.

use super::Rule;

mod auto_rollback_monitor_enabled;
mod deployment_group_auto_rollback_enabled;
mod deployment_group_outdated_instances_update;
mod ec2_minimum_healthy_hosts_configured;
mod lambda_allatonce_traffic_shift_disabled;
mod platform;

pub(super) static RULES: &[&Rule] = &[
    &auto_rollback_monitor_enabled::RULE,
    &deployment_group_auto_rollback_enabled::RULE,
    &deployment_group_outdated_instances_update::RULE,
    &ec2_minimum_healthy_hosts_configured::RULE,
    &lambda_allatonce_traffic_shift_disabled::RULE,
];
