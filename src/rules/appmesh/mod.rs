//! AWS App Mesh.

use super::Rule;

mod mesh_deny_tcp_forwarding;
mod mesh_ip_pref_check;
mod virtual_gateway_backend_defaults_tls;
mod virtual_gateway_listeners_health_check_enabled;
mod virtual_gateway_logging_file_path_exists;
mod virtual_node_backend_defaults_tls_on;
mod virtual_node_cloud_map_ip_pref_check;
mod virtual_node_dns_ip_pref_check;
mod virtual_node_listeners_health_check_enabled;
mod virtual_node_listeners_outlier_detect_enabled;
mod virtual_node_logging_file_path_exists;
mod virtual_node_service_backends_tls_enforced;

pub(super) static RULES: &[&Rule] = &[
    &mesh_deny_tcp_forwarding::RULE,
    &mesh_ip_pref_check::RULE,
    &virtual_gateway_backend_defaults_tls::RULE,
    &virtual_gateway_listeners_health_check_enabled::RULE,
    &virtual_gateway_logging_file_path_exists::RULE,
    &virtual_node_backend_defaults_tls_on::RULE,
    &virtual_node_cloud_map_ip_pref_check::RULE,
    &virtual_node_dns_ip_pref_check::RULE,
    &virtual_node_listeners_health_check_enabled::RULE,
    &virtual_node_listeners_outlier_detect_enabled::RULE,
    &virtual_node_logging_file_path_exists::RULE,
    &virtual_node_service_backends_tls_enforced::RULE,
];
