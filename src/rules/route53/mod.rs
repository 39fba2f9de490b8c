//! Amazon Route 53.

use super::Rule;

mod query_logging_enabled;

pub(super) static RULES: &[&Rule] = &[&query_logging_enabled::RULE];
