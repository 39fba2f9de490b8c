//! Amazon API Gateway.

use super::Rule;

mod associated_with_waf;
mod cache_enabled_and_encrypted;
mod domain_name_tls_check;
mod endpoint_type_check;
mod execution_logging_enabled;
mod ssl_enabled;
mod stage_access_logs_enabled;
mod xray_enabled;

pub(super) static RULES: &[&Rule] = &[
    &associated_with_waf::RULE,
    &cache_enabled_and_encrypted::RULE,
    &domain_name_tls_check::RULE,
    &endpoint_type_check::RULE,
    &execution_logging_enabled::RULE,
    &ssl_enabled::RULE,
    &stage_access_logs_enabled::RULE,
    &xray_enabled::RULE,
];
