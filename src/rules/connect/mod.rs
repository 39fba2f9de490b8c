//! Amazon Connect.

use super::Rule;

mod instance_logging_enabled;

pub(super) static RULES: &[&Rule] = &[&instance_logging_enabled::RULE];
