//! Amazon API Gateway.

use super::Rule;

mod xray_enabled;

pub(super) static RULES: &[&Rule] = &[&xray_enabled::RULE];
