//! AWS Glue.

use super::Rule;

mod job_logging_enabled;
mod ml_transform_encrypted_at_rest;
mod spark_job_supported_version;

pub(super) static RULES: &[&Rule] =
    &[&job_logging_enabled::RULE, &ml_transform_encrypted_at_rest::RULE, &spark_job_supported_version::RULE];
