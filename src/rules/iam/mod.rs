//! AWS Identity and Access Management.

use super::{Check, Rule, never, parameter_is_true, related, when};

mod customer_policy_blocked_kms_actions;
mod group_has_users_check;
mod inline;
mod inline_policy_blocked_kms_actions;
mod kms;
mod managed;
mod no_inline_policy_check;
mod oidc_provider_client_id_list_check;
mod policy_blacklisted_check;
mod policy_no_statements_with_admin_access;
mod policy_no_statements_with_full_access;
mod role_managed_policy_check;
mod user_group_membership_check;
mod user_no_policies_check;

pub(super) static RULES: &[&Rule] = &[
    &customer_policy_blocked_kms_actions::RULE,
    &group_has_users_check::RULE,
    &inline_policy_blocked_kms_actions::RULE,
    &no_inline_policy_check::RULE,
    &oidc_provider_client_id_list_check::RULE,
    &policy_blacklisted_check::RULE,
    &policy_no_statements_with_admin_access::RULE,
    &policy_no_statements_with_full_access::RULE,
    &role_managed_policy_check::RULE,
    &user_group_membership_check::RULE,
    &user_no_policies_check::RULE,
];

/// The policy is not a permissions boundary that the rule's parameter leaves out.
const IS_NOT_EXCLUDED: Check = when(
    &parameter_is_true("excludePermissionBoundaryPolicy"),
    &related(&["AWS::IAM::User", "AWS::IAM::Role"], "PermissionsBoundary")
        .each(&never("the policy is used as a permissions boundary")),
    &Check::ALWAYS,
);
