//! AWS AppConfig.

use super::Rule;

mod configuration_profile_validators_not_empty;
mod deployment_strategy_minimum_final_bake_time;
mod deployment_strategy_replicate_to_ssm;
mod freeform_profile_config_storage;

pub(super) static RULES: &[&Rule] = &[
    &configuration_profile_validators_not_empty::RULE,
    &deployment_strategy_minimum_final_bake_time::RULE,
    &deployment_strategy_replicate_to_ssm::RULE,
    &freeform_profile_config_storage::RULE,
];
