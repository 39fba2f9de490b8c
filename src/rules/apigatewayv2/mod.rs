//! Amazon API Gateway: HTTP and WebSocket APIs.

use super::Rule;

mod access_logs_enabled;
mod authorization_type_configured;
mod integration_private_https_enabled;
mod stage_default_route_detailed_metrics_enabled;

pub(super) static RULES: &[&Rule] = &[
    &access_logs_enabled::RULE,
    &authorization_type_configured::RULE,
    &integration_private_https_enabled::RULE,
    &stage_default_route_detailed_metrics_enabled::RULE,
];
