//! AWS Network Firewall.

use super::Rule;

mod deletion_protection_enabled;
mod logging_enabled;
mod multi_az_enabled;
mod policy_default_action_fragment_packets;
mod policy_default_action_full_packets;
mod policy_rule_group_associated;
mod stateless_rule_group_not_empty;
mod subnet_change_protection_enabled;

pub(super) static RULES: &[&Rule] = &[
    &deletion_protection_enabled::RULE,
    &logging_enabled::RULE,
    &multi_az_enabled::RULE,
    &policy_default_action_fragment_packets::RULE,
    &policy_default_action_full_packets::RULE,
    &policy_rule_group_associated::RULE,
    &stateless_rule_group_not_empty::RULE,
    &subnet_change_protection_enabled::RULE,
];
