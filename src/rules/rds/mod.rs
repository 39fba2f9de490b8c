//! Amazon RDS.

use super::Rule;

mod storage_encrypted;

pub(super) static RULES: &[&Rule] = &[&storage_encrypted::RULE];
