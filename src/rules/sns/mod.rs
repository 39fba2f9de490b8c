//! Amazon SNS.

use super::Rule;

mod encrypted_kms;

pub(super) static RULES: &[&Rule] = &[&encrypted_kms::RULE];
