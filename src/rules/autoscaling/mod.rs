//! Amazon EC2 Auto Scaling.

use super::Rule;

mod capacity_rebalancing;
mod group_elb_healthcheck_required;
mod launch_config_hop_limit;
mod launch_config_public_ip_disabled;
mod launch_template;
mod launchconfig_requires_imdsv2;
mod multiple_az;
mod multiple_instance_types;

pub(super) static RULES: &[&Rule] = &[
    &capacity_rebalancing::RULE,
    &group_elb_healthcheck_required::RULE,
    &launch_config_hop_limit::RULE,
    &launch_config_public_ip_disabled::RULE,
    &launch_template::RULE,
    &launchconfig_requires_imdsv2::RULE,
    &multiple_az::RULE,
    &multiple_instance_types::RULE,
];
