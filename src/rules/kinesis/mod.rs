//! Amazon Kinesis Data Streams.

use super::Rule;

mod stream_backup_retention_check;
mod stream_encrypted;

pub(super) static RULES: &[&Rule] = &[&stream_backup_retention_check::RULE, &stream_encrypted::RULE];
