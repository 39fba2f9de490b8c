//! Amazon EC2 and Amazon VPC.

use super::Rule;

mod approved_amis_by_id;
mod client_vpn_connection_log_enabled;
mod client_vpn_not_authorize_all;
mod cloudwatch_alarm_resource_check;
mod desired_instance_tenancy;
mod desired_instance_type;
mod ebs_in_backup_plan;
mod ebs_optimized_instance;
mod ebs_resources_protected_by_backup_plan;
mod ebs_snapshot_block_public_access;
mod eip_attached;
mod encrypted_volumes;
mod endpoint_enabled;
mod endpoint_service;
mod enis_source_destination_check_enabled;
mod flow_logs_enabled;
mod imdsv2_check;
mod instance_detailed_monitoring_enabled;
mod instance_multiple_eni_check;
mod instance_no_public_ip;
mod instance_profile_attached;
mod instances_in_vpc;
mod internet_gateway_authorized_vpc_only;
mod launch_template;
mod launch_template_imdsv2_check;
mod launch_template_public_ip_disabled;
mod launch_templates_ebs_volume_encrypted;
mod launchtemplate_ebs_encrypted;
mod nacl_no_unrestricted_ssh_rdp;
mod network_acl_unused_check;
mod no_amazon_key_pair;
mod no_unrestricted_route_to_igw;
mod resources_protected_by_backup_plan;
mod restricted_common_ports;
mod restricted_ssh;
mod security_group_attached_to_eni;
mod security_group_attached_to_eni_periodic;
mod security_group_users;
mod service_vpc_endpoint_enabled;
mod sg_open_only_to_authorized_ports;
mod sg_port_restriction_check;
mod spot_fleet_request_ct_encryption_at_rest;
mod subnet_auto_assign_public_ip_disabled;
mod token_hop_limit_check;
mod transit_gateway_auto_vpc_attach_disabled;
mod volume_inuse_check;
mod vpn_connection_ike_version_check;
mod vpn_connection_logging_enabled;

pub(super) static RULES: &[&Rule] = &[
    &approved_amis_by_id::RULE,
    &client_vpn_connection_log_enabled::RULE,
    &client_vpn_not_authorize_all::RULE,
    &cloudwatch_alarm_resource_check::RULE,
    &desired_instance_tenancy::RULE,
    &desired_instance_type::RULE,
    &ebs_in_backup_plan::RULE,
    &ebs_optimized_instance::RULE,
    &ebs_resources_protected_by_backup_plan::RULE,
    &ebs_snapshot_block_public_access::RULE,
    &eip_attached::RULE,
    &encrypted_volumes::RULE,
    &endpoint_enabled::RULE,
    &enis_source_destination_check_enabled::RULE,
    &flow_logs_enabled::RULE,
    &imdsv2_check::RULE,
    &instance_detailed_monitoring_enabled::RULE,
    &instance_multiple_eni_check::RULE,
    &instance_no_public_ip::RULE,
    &instance_profile_attached::RULE,
    &instances_in_vpc::RULE,
    &internet_gateway_authorized_vpc_only::RULE,
    &launch_template_imdsv2_check::RULE,
    &launch_template_public_ip_disabled::RULE,
    &launch_templates_ebs_volume_encrypted::RULE,
    &launchtemplate_ebs_encrypted::RULE,
    &nacl_no_unrestricted_ssh_rdp::RULE,
    &network_acl_unused_check::RULE,
    &no_amazon_key_pair::RULE,
    &no_unrestricted_route_to_igw::RULE,
    &resources_protected_by_backup_plan::RULE,
    &restricted_common_ports::RULE,
    &restricted_ssh::RULE,
    &security_group_attached_to_eni::RULE,
    &security_group_attached_to_eni_periodic::RULE,
    &service_vpc_endpoint_enabled::RULE,
    &sg_open_only_to_authorized_ports::RULE,
    &sg_port_restriction_check::RULE,
    &spot_fleet_request_ct_encryption_at_rest::RULE,
    &subnet_auto_assign_public_ip_disabled::RULE,
    &token_hop_limit_check::RULE,
    &transit_gateway_auto_vpc_attach_disabled::RULE,
    &volume_inuse_check::RULE,
    &vpn_connection_ike_version_check::RULE,
    &vpn_connection_logging_enabled::RULE,
];
