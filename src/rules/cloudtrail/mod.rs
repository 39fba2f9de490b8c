//! AWS CloudTrail.

use super::Rule;

mod cloud_watch_logs_enabled;
mod encryption_enabled;
mod event_data_store_cmk_encryption_enabled;
mod event_data_store_multi_region;
mod log_file_validation_enabled;
mod s3_bucket_access_logging;
mod s3_bucket_public_access_prohibited;

pub(super) static RULES: &[&Rule] = &[
    &cloud_watch_logs_enabled::RULE,
    &encryption_enabled::RULE,
    &event_data_store_cmk_encryption_enabled::RULE,
    &event_data_store_multi_region::RULE,
    &log_file_validation_enabled::RULE,
    &s3_bucket_access_logging::RULE,
    &s3_bucket_public_access_prohibited::RULE,
];
