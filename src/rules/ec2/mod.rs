//! Amazon EC2 and Amazon VPC.

use super::Rule;

mod eip_attached;
mod endpoint_service;
mod instance_multiple_eni_check;
mod launch_template;
mod nacl_no_unrestricted_ssh_rdp;
mod network_acl_unused_check;
mod restricted_common_ports;
mod restricted_ssh;
mod security_group_attached_to_eni;
mod security_group_attached_to_eni_periodic;
mod security_group_users;
mod sg_open_only_to_authorized_ports;
mod sg_port_restriction_check;
mod subnet_auto_assign_public_ip_disabled;

pub(super) static RULES: &[&Rule] = &[
    &eip_attached::RULE,
    &instance_multiple_eni_check::RULE,
    &nacl_no_unrestricted_ssh_rdp::RULE,
    &network_acl_unused_check::RULE,
    &restricted_common_ports::RULE,
    &restricted_ssh::RULE,
    &security_group_attached_to_eni::RULE,
    &security_group_attached_to_eni_periodic::RULE,
    &sg_open_only_to_authorized_ports::RULE,
    &sg_port_restriction_check::RULE,
    &subnet_auto_assign_public_ip_disabled::RULE,
];
