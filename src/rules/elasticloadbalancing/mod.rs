//! Elastic Load Balancing: classic load balancers.

use super::{Check, Rule, property, some_item};

mod acm_certificate_required;
mod cross_zone_load_balancing_enabled;
mod custom_security_policy_ssl_check;
mod internal_scheme_check;
mod logging_enabled;
mod multiple_az;
mod negotiation;
mod predefined_security_policy_ssl_check;
mod tls_https_listeners_only;

pub(super) static RULES: &[&Rule] = &[
    &acm_certificate_required::RULE,
    &cross_zone_load_balancing_enabled::RULE,
    &custom_security_policy_ssl_check::RULE,
    &internal_scheme_check::RULE,
    &logging_enabled::RULE,
    &multiple_az::RULE,
    &predefined_security_policy_ssl_check::RULE,
    &tls_https_listeners_only::RULE,
];

/// The load balancer has an HTTPS or SSL listener.
const HAS_SECURE_LISTENER: Check =
    some_item("Listeners", &property("Protocol").ignoring_case().is_one_of(&["HTTPS", "SSL"]))
        .explained("the load balancer has no HTTPS or SSL listener");
