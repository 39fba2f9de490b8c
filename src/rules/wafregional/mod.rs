//! AWS WAF Classic: regional.

use super::Rule;

mod regional_rule_not_empty;
mod regional_webacl_not_empty;

pub(super) static RULES: &[&Rule] = &[&regional_rule_not_empty::RULE, &regional_webacl_not_empty::RULE];
