//! Amazon Redshift Serverless.

use super::Rule;

mod default_admin_check;
mod default_db_name_check;
mod namespace_cmk_encryption;
mod publish_logs_to_cloudwatch;
mod workgroup_encrypted_in_transit;
mod workgroup_no_public_access;
mod workgroup_routes_within_vpc;

pub(super) static RULES: &[&Rule] = &[
    &default_admin_check::RULE,
    &default_db_name_check::RULE,
    &namespace_cmk_encryption::RULE,
    &publish_logs_to_cloudwatch::RULE,
    &workgroup_encrypted_in_transit::RULE,
    &workgroup_no_public_access::RULE,
    &workgroup_routes_within_vpc::RULE,
];
