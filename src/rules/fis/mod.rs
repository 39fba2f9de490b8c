//! AWS Fault Injection Service.

use super::Rule;

mod experiment_template_log_configuration_exists;

pub(super) static RULES: &[&Rule] = &[&experiment_template_log_configuration_exists::RULE];
