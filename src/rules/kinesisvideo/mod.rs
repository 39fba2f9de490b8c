//! Amazon Kinesis Video Streams.

use super::Rule;

mod stream_minimum_data_retention;

pub(super) static RULES: &[&Rule] = &[&stream_minimum_data_retention::RULE];
