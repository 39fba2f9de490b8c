//! Amazon EC2 and Amazon VPC.

use super::Rule;

mod approved_amis_by_id;
mod desired_instance_tenancy;
mod desired_instance_type;
mod ebs_optimized_instance;
mod eip_attached;
mod endpoint_service;
mod imdsv2_check;
mod instance_detailed_monitoring_enabled;
mod instance_multiple_eni_check;
mod instance_no_public_ip;
mod instance_profile_attached;
mod instances_in_vpc;
mod launch_template;
mod nacl_no_unrestricted_ssh_rdp;
mod network_acl_unused_check;
mod no_amazon_key_pair;
mod restricted_common_ports;
mod restricted_ssh;
mod security_group_attached_to_eni;
mod security_group_attached_to_eni_periodic;
mod security_group_users;
mod sg_open_only_to_authorized_ports;
mod sg_port_restriction_check;
mod subnet_auto_assign_public_ip_disabled;
mod token_hop_limit_check;

pub(super) static RULES: &[&Rule] = &[
    &approved_amis_by_id::RULE,
    &desired_instance_tenancy::RULE,
    &desired_instance_type::RULE,
    &ebs_optimized_instance::RULE,
    &eip_attached::RULE,
    &imdsv2_check::RULE,
    &instance_detailed_monitoring_enabled::RULE,
    &instance_multiple_eni_check::RULE,
    &instance_no_public_ip::RULE,
    &instance_profile_attached::RULE,
    &instances_in_vpc::RULE,
    &nacl_no_unrestricted_ssh_rdp::RULE,
    &network_acl_unused_check::RULE,
    &no_amazon_key_pair::RULE,
    &restricted_common_ports::RULE,
    &restricted_ssh::RULE,
    &security_group_attached_to_eni::RULE,
    &security_group_attached_to_eni_periodic::RULE,
    &sg_open_only_to_authorized_ports::RULE,
    &sg_port_restriction_check::RULE,
    &subnet_auto_assign_public_ip_disabled::RULE,
    &token_hop_limit_check::RULE,
];
