//! Amazon Redshift.

use super::Rule;

mod audit_logging_enabled;
mod backup_enabled;
mod cluster_configuration_check;
mod cluster_kms_enabled;
mod cluster_maintenancesettings_check;
mod cluster_multi_az_enabled;
mod cluster_public_access_check;
mod cluster_subnet_group_multi_az;
mod default_admin_check;
mod default_db_name_check;
mod enhanced_vpc_routing_enabled;
mod require_tls_ssl;
mod unrestricted_port_access;

pub(super) static RULES: &[&Rule] = &[
    &audit_logging_enabled::RULE,
    &backup_enabled::RULE,
    &cluster_configuration_check::RULE,
    &cluster_kms_enabled::RULE,
    &cluster_maintenancesettings_check::RULE,
    &cluster_multi_az_enabled::RULE,
    &cluster_public_access_check::RULE,
    &cluster_subnet_group_multi_az::RULE,
    &default_admin_check::RULE,
    &default_db_name_check::RULE,
    &enhanced_vpc_routing_enabled::RULE,
    &require_tls_ssl::RULE,
    &unrestricted_port_access::RULE,
];
