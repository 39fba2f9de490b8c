//! Amazon S3.

use super::Rule;

mod bucket_logging_enabled;

pub(super) static RULES: &[&Rule] = &[&bucket_logging_enabled::RULE];
