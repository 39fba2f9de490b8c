//! Amazon EC2 and Amazon VPC.

use super::Rule;

mod eip_attached;
mod instance_multiple_eni_check;
mod subnet_auto_assign_public_ip_disabled;

pub(super) static RULES: &[&Rule] =
    &[&eip_attached::RULE, &instance_multiple_eni_check::RULE, &subnet_auto_assign_public_ip_disabled::RULE];
