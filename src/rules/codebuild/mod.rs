//! AWS CodeBuild.

use super::Rule;

mod project_artifact_encryption;
mod project_environment_privileged_check;
mod project_envvar_awscred_check;
mod project_logging_enabled;
mod project_s3_logs_encrypted;
mod project_source_repo_url_check;
mod report_group_encrypted_at_rest;

pub(super) static RULES: &[&Rule] = &[
    &project_artifact_encryption::RULE,
    &project_environment_privileged_check::RULE,
    &project_envvar_awscred_check::RULE,
    &project_logging_enabled::RULE,
    &project_s3_logs_encrypted::RULE,
    &project_source_repo_url_check::RULE,
    &report_group_encrypted_at_rest::RULE,
];
