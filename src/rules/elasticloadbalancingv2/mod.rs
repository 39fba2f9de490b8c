//! Elastic Load Balancing: application, network and gateway load balancers.

use super::{Check, Rule, property};

mod acm_certificate_required;
mod alb_desync_mode_check;
mod alb_http_drop_invalid_header_enabled;
mod alb_http_to_https_redirection_check;
mod alb_internal_scheme_check;
mod alb_waf_enabled;
mod deletion_protection_enabled;
mod listener_encryption_in_transit;
mod multiple_az;
mod nlb_cross_zone_load_balancing_enabled;
mod nlb_internal_scheme_check;
mod nlb_logging_enabled;
mod predefined_security_policy_ssl_check;
mod targetgroup_healthcheck_protocol_encrypted;
mod targetgroup_protocol_encrypted;

pub(super) static RULES: &[&Rule] = &[
    &acm_certificate_required::RULE,
    &alb_desync_mode_check::RULE,
    &alb_http_drop_invalid_header_enabled::RULE,
    &alb_http_to_https_redirection_check::RULE,
    &alb_internal_scheme_check::RULE,
    &alb_waf_enabled::RULE,
    &deletion_protection_enabled::RULE,
    &listener_encryption_in_transit::RULE,
    &multiple_az::RULE,
    &nlb_cross_zone_load_balancing_enabled::RULE,
    &nlb_internal_scheme_check::RULE,
    &nlb_logging_enabled::RULE,
    &predefined_security_policy_ssl_check::RULE,
    &targetgroup_healthcheck_protocol_encrypted::RULE,
    &targetgroup_protocol_encrypted::RULE,
];

/// The load balancer is an Application Load Balancer.
const IS_APPLICATION: Check = property("Type")
    .default("application")
    .equals("application")
    .explained("only Application Load Balancers are judged");

/// The load balancer is a Network Load Balancer.
const IS_NETWORK: Check = property("Type")
    .default("application")
    .equals("network")
    .explained("only Network Load Balancers are judged");
