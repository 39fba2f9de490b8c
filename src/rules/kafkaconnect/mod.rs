//! Amazon MSK Connect.

use super::Rule;

mod connector_logging_enabled;

pub(super) static RULES: &[&Rule] = &[&connector_logging_enabled::RULE];
