//! Amazon EventBridge Schemas.

use super::Rule;

mod custom_schema_registry_policy_attached;

pub(super) static RULES: &[&Rule] = &[&custom_schema_registry_policy_attached::RULE];
