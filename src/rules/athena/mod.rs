//! Amazon Athena.

use super::Rule;

mod workgroup_encrypted_at_rest;
mod workgroup_enforce_workgroup_configuration;
mod workgroup_engine_version_auto_upgrade;
mod workgroup_logging_enabled;

pub(super) static RULES: &[&Rule] = &[
    &workgroup_encrypted_at_rest::RULE,
    &workgroup_enforce_workgroup_configuration::RULE,
    &workgroup_engine_version_auto_upgrade::RULE,
    &workgroup_logging_enabled::RULE,
];
