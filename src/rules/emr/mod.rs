//! Amazon EMR.

use super::Rule;

mod kerberos_enabled;
mod security_configuration_encryption_rest;
mod security_configuration_encryption_transit;

pub(super) static RULES: &[&Rule] = &[
    &kerberos_enabled::RULE,
    &security_configuration_encryption_rest::RULE,
    &security_configuration_encryption_transit::RULE,
];
