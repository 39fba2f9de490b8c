//! Amazon EventBridge.

use super::Rule;

mod custom_eventbus_policy_attached;
mod global_endpoint_event_replication_enabled;

pub(super) static RULES: &[&Rule] =
    &[&custom_eventbus_policy_attached::RULE, &global_endpoint_event_replication_enabled::RULE];
