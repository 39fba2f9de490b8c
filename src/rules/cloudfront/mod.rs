//! Amazon CloudFront.

use super::Rule;

mod accesslogs_enabled;
mod associated_with_waf;
mod custom_ssl_certificate;
mod default_root_object_configured;
mod distribution_key_group_enabled;
mod no_deprecated_ssl_protocols;
mod origin;
mod origin_access_identity_enabled;
mod origin_failover_enabled;
mod origin_lambda_url_oac_enabled;
mod s3_origin_access_control_enabled;
mod s3_origin_non_existent_bucket;
mod security_policy_check;
mod sni_enabled;
mod ssl_policy_check;
mod traffic_to_origin_encrypted;
mod viewer_policy_https;

pub(super) static RULES: &[&Rule] = &[
    &accesslogs_enabled::RULE,
    &associated_with_waf::RULE,
    &custom_ssl_certificate::RULE,
    &default_root_object_configured::RULE,
    &distribution_key_group_enabled::RULE,
    &no_deprecated_ssl_protocols::RULE,
    &origin_access_identity_enabled::RULE,
    &origin_failover_enabled::RULE,
    &origin_lambda_url_oac_enabled::RULE,
    &s3_origin_access_control_enabled::RULE,
    &s3_origin_non_existent_bucket::RULE,
    &security_policy_check::RULE,
    &sni_enabled::RULE,
    &ssl_policy_check::RULE,
    &traffic_to_origin_encrypted::RULE,
    &viewer_policy_https::RULE,
];
