//! Amazon EKS.

use super::Rule;

mod cluster_log_enabled;
mod cluster_logging_enabled;
mod cluster_oldest_supported_version;
mod cluster_secrets_encrypted;
mod cluster_supported_version;
mod endpoint_no_public_access;
mod log_types;
mod nodegroup_supported_version_check;
mod secrets_encrypted;
mod version;

pub(super) static RULES: &[&Rule] = &[
    &cluster_log_enabled::RULE,
    &cluster_logging_enabled::RULE,
    &cluster_oldest_supported_version::RULE,
    &cluster_secrets_encrypted::RULE,
    &cluster_supported_version::RULE,
    &endpoint_no_public_access::RULE,
    &nodegroup_supported_version_check::RULE,
    &secrets_encrypted::RULE,
];
