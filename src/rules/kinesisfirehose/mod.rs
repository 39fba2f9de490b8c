//! Amazon Data Firehose.

use super::Rule;

mod delivery_stream_encrypted;

pub(super) static RULES: &[&Rule] = &[&delivery_stream_encrypted::RULE];
