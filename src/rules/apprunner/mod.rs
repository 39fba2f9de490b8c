//! AWS App Runner.

use super::Rule;

mod service_in_vpc;
mod service_ip_address_type_check;
mod service_max_unhealthy_threshold;
mod service_no_public_access;
mod service_observability_enabled;

pub(super) static RULES: &[&Rule] = &[
    &service_in_vpc::RULE,
    &service_ip_address_type_check::RULE,
    &service_max_unhealthy_threshold::RULE,
    &service_no_public_access::RULE,
    &service_observability_enabled::RULE,
];
