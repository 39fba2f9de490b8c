//! Amazon RDS.

use super::Rule;

mod automatic_minor_version_upgrade_enabled;
mod enhanced_monitoring_enabled;
mod instance_public_access_check;
mod multi_az_support;
mod storage_encrypted;

pub(super) static RULES: &[&Rule] = &[
    &automatic_minor_version_upgrade_enabled::RULE,
    &enhanced_monitoring_enabled::RULE,
    &instance_public_access_check::RULE,
    &multi_az_support::RULE,
    &storage_encrypted::RULE,
];
