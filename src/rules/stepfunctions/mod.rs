//! AWS Step Functions.

use super::Rule;

mod state_machine_logging_enabled;

pub(super) static RULES: &[&Rule] = &[&state_machine_logging_enabled::RULE];
