//! AWS DataSync.

use super::Rule;

mod location_object_storage_using_https;
mod task_data_verification_enabled;
mod task_logging_enabled;

pub(super) static RULES: &[&Rule] = &[
    &location_object_storage_using_https::RULE,
    &task_data_verification_enabled::RULE,
    &task_logging_enabled::RULE,
];
