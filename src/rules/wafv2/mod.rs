//! AWS WAF.

use super::Rule;

mod logging_enabled;
mod rulegroup_logging_enabled;
mod rulegroup_not_empty;
mod webacl_not_empty;

pub(super) static RULES: &[&Rule] = &[
    &logging_enabled::RULE,
    &rulegroup_logging_enabled::RULE,
    &rulegroup_not_empty::RULE,
    &webacl_not_empty::RULE,
];
