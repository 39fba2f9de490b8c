//! Amazon Bedrock AgentCore.

use super::Rule;

mod gateway_authorizer_enabled;
mod memory_encryption_enabled;
mod runtime_private_network_required;

pub(super) static RULES: &[&Rule] = &[
    &gateway_authorizer_enabled::RULE,
    &memory_encryption_enabled::RULE,
    &runtime_private_network_required::RULE,
];
