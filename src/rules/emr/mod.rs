//! Amazon EMR.

use super::Rule;

mod flag;
mod security_configuration_encryption_rest;
mod security_configuration_encryption_transit;

pub(super) static RULES: &[&Rule] =
    &[&security_configuration_encryption_rest::RULE, &security_configuration_encryption_transit::RULE];
