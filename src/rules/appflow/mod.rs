//! Amazon AppFlow.

use super::Rule;

mod flow_trigger_type_check;

pub(super) static RULES: &[&Rule] = &[&flow_trigger_type_check::RULE];
