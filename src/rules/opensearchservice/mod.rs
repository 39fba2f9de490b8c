//! Amazon OpenSearch Service.

use super::Rule;

mod access_control_enabled;
mod audit_logging_enabled;
mod data_node_fault_tolerance;
mod encrypted_at_rest;
mod https_required;
mod in_vpc_only;
mod logs_to_cloudwatch;
mod node_to_node_encryption_check;
mod primary_node_fault_tolerance;

pub(super) static RULES: &[&Rule] = &[
    &access_control_enabled::RULE,
    &audit_logging_enabled::RULE,
    &data_node_fault_tolerance::RULE,
    &encrypted_at_rest::RULE,
    &https_required::RULE,
    &in_vpc_only::RULE,
    &logs_to_cloudwatch::RULE,
    &node_to_node_encryption_check::RULE,
    &primary_node_fault_tolerance::RULE,
];
