//! Amazon CloudWatch RUM.

use super::Rule;

mod app_monitor_cloudwatch_logs_enabled;

pub(super) static RULES: &[&Rule] = &[&app_monitor_cloudwatch_logs_enabled::RULE];
