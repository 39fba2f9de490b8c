//! AWS Amplify.

use super::Rule;

mod app_branch_auto_deletion_enabled;
mod app_build_spec_configured;
mod app_no_environment_variables;
mod app_platform_check;
mod branch_auto_build_enabled;
mod branch_build_spec_configured;
mod branch_framework_configured;
mod branch_performance_mode_enabled;
mod branch_pull_request_preview_enabled;

pub(super) static RULES: &[&Rule] = &[
    &app_branch_auto_deletion_enabled::RULE,
    &app_build_spec_configured::RULE,
    &app_no_environment_variables::RULE,
    &app_platform_check::RULE,
    &branch_auto_build_enabled::RULE,
    &branch_build_spec_configured::RULE,
    &branch_framework_configured::RULE,
    &branch_performance_mode_enabled::RULE,
    &branch_pull_request_preview_enabled::RULE,
];
