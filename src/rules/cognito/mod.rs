//! Amazon Cognito.

use super::Rule;

mod identity_pool_unauth_access_check;
mod identity_pool_unauthenticated_logins;
mod user_pool_advanced_security_enabled;
mod user_pool_deletion_protection_enabled;
mod user_pool_mfa_enabled;
mod user_pool_password_policy_check;
mod userpool_cust_auth_threat_full_check;

pub(super) static RULES: &[&Rule] = &[
    &identity_pool_unauth_access_check::RULE,
    &identity_pool_unauthenticated_logins::RULE,
    &user_pool_advanced_security_enabled::RULE,
    &user_pool_deletion_protection_enabled::RULE,
    &user_pool_mfa_enabled::RULE,
    &user_pool_password_policy_check::RULE,
    &userpool_cust_auth_threat_full_check::RULE,
];
