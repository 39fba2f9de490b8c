//! `iam-inline-policy-blocked-kms-actions`

use super::{inline, kms};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_INLINE_POLICY_BLOCKED_KMS_ACTIONS",
    name: "iam-inline-policy-blocked-kms-actions",
    resource_types: &["AWS::IAM::Group", "AWS::IAM::Role", "AWS::IAM::User"],
    severity: Severity::Medium,
    security_hub: &["KMS.2"],
    parameters: &[
        Parameter {
            name: "blockedActionsPatterns",
            parameter_type: ParameterType::Csv,
            required: true,
            default: Some("kms:Decrypt,kms:ReEncryptFrom"),
            description: "patterns of KMS actions that must not be allowed; the default is what \
Security Hub passes",
        },
        Parameter {
            name: "excludeRoleByManagementAccount",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: None,
            description: "true leaves out roles that only the organization's management account can \
assume",
        },
    ],
    summary: "Inline policies should not allow blocked KMS actions on all keys.",
    details: "\
Who may decrypt with every key may read everything that is encrypted in the account. No `Allow` statement \
of an inline policy may give an action that one of the patterns matches (`kms:*` and `*` match too) on all \
keys: `Resource` is `*`, or an ARN with a wildcard or a policy variable in place of the key. Inline \
policies are the entries of `Policies` and the resources of the template that attach one. Conditions and \
statements that deny are not looked at.

How a wildcard elsewhere in the ARN, `NotAction` and `NotResource` are read is not documented and stays \
open. So do roles if `excludeRoleByManagementAccount` is true: a template doesn't show which account is \
the organization's management account.",
    fix: "Name the ARNs of the keys in `Resource`, or leave the action out.",
    certainty: Certainty::Known,
    applies_when: when(
        &all_of(&[
            parameter_is_true("excludeRoleByManagementAccount"),
            property("AssumeRolePolicyDocument").is_present(),
        ]),
        &undecided("a template doesn't show whether only the management account can assume the role"),
        &Check::ALWAYS,
    ),
    compliant_when: all_of(&[
        each_item("Policies", &NONE_BLOCKED),
        inline::OF_USERS.each(&NONE_BLOCKED),
        inline::OF_GROUPS.each(&NONE_BLOCKED),
        inline::OF_ROLES.each(&NONE_BLOCKED),
        inline::USER_POLICIES.each(&NONE_BLOCKED),
        inline::GROUP_POLICIES.each(&NONE_BLOCKED),
        inline::ROLE_POLICIES.each(&NONE_BLOCKED),
    ]),
    compliant_example: "\
Worker:
  Type: AWS::IAM::User
  Properties:
    UserName: worker
",
    noncompliant_example: "\
Worker:
  Type: AWS::IAM::User
  Properties:
    Policies:
      - PolicyName: decrypt
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: kms:Decrypt
              Resource: '*'
",
    ..Rule::BASE
};

const NONE_BLOCKED: Check = no_statement(
    "PolicyDocument",
    kms::allows_blocked_action,
    "a statement allows a blocked KMS action on all keys",
);
