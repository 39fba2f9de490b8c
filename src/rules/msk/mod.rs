//! Amazon MSK.

use super::Rule;

mod cluster_public_access_disabled;
mod enhanced_monitoring_enabled;
mod in_cluster_node_require_tls;
mod unrestricted_access_check;

pub(super) static RULES: &[&Rule] = &[
    &cluster_public_access_disabled::RULE,
    &enhanced_monitoring_enabled::RULE,
    &in_cluster_node_require_tls::RULE,
    &unrestricted_access_check::RULE,
];
