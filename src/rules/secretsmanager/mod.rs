//! AWS Secrets Manager.

use super::Rule;

mod rotation_enabled_check;
mod using_cmk;

pub(super) static RULES: &[&Rule] = &[&rotation_enabled_check::RULE, &using_cmk::RULE];
