//! AWS Lambda.

use super::Rule;

mod concurrency_check;
mod dlq_check;
mod function_application_log_level_check;
mod function_log_format_json;
mod function_public_access_prohibited;
mod function_settings_check;
mod function_system_log_level_check;
mod function_xray_enabled;
mod inside_vpc;
mod vpc_multi_az_check;

pub(super) static RULES: &[&Rule] = &[
    &concurrency_check::RULE,
    &dlq_check::RULE,
    &function_application_log_level_check::RULE,
    &function_log_format_json::RULE,
    &function_public_access_prohibited::RULE,
    &function_settings_check::RULE,
    &function_system_log_level_check::RULE,
    &function_xray_enabled::RULE,
    &inside_vpc::RULE,
    &vpc_multi_az_check::RULE,
];
