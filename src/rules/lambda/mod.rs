//! AWS Lambda.

use super::Rule;

mod function_settings_check;
mod inside_vpc;

pub(super) static RULES: &[&Rule] = &[&function_settings_check::RULE, &inside_vpc::RULE];
