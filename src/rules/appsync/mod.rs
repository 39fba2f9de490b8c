//! AWS AppSync.

use super::Rule;

mod associated_with_waf;
mod authorization_check;
mod cache_ct_encryption_at_rest;
mod cache_ct_encryption_in_transit;
mod cache_encryption_at_rest;
mod graphql_api_xray_enabled;
mod logging_enabled;

pub(super) static RULES: &[&Rule] = &[
    &associated_with_waf::RULE,
    &authorization_check::RULE,
    &cache_ct_encryption_at_rest::RULE,
    &cache_ct_encryption_in_transit::RULE,
    &cache_encryption_at_rest::RULE,
    &graphql_api_xray_enabled::RULE,
    &logging_enabled::RULE,
];
