//! AWS WAF Classic: global.

use super::Rule;

mod global_rule_not_empty;
mod global_webacl_not_empty;

pub(super) static RULES: &[&Rule] = &[&global_rule_not_empty::RULE, &global_webacl_not_empty::RULE];
