//! `iam-customer-policy-blocked-kms-actions`

use super::IS_NOT_EXCLUDED;
use super::kms;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_CUSTOMER_POLICY_BLOCKED_KMS_ACTIONS",
    name: "iam-customer-policy-blocked-kms-actions",
    resource_types: &["AWS::IAM::ManagedPolicy"],
    severity: Severity::Medium,
    security_hub: &["KMS.1"],
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
            name: "excludePermissionBoundaryPolicy",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: Some("false"),
            description: "true leaves out policies that are used as a permissions boundary",
        },
    ],
    summary: "Customer managed policies should not allow blocked KMS actions on all keys.",
    details: "\
Who may decrypt with every key may read everything that is encrypted in the account. No `Allow` statement \
may give an action that one of the patterns matches (`kms:*` and `*` match too) on all keys: `Resource` is \
`*`, or an ARN with a wildcard or a policy variable in place of the key. Conditions and other statements \
that deny are not looked at.

AWS's words are about fixed keys; it doesn't say how a wildcard elsewhere in the ARN, `NotAction` and \
`NotResource` are read: there the verdict stays open. With `excludePermissionBoundaryPolicy`, policies \
that a user or role of the template uses as its boundary are not applicable.",
    fix: "Name the ARNs of the keys in `Resource`, or leave the action out.",
    certainty: Certainty::Known,
    applies_when: IS_NOT_EXCLUDED,
    compliant_when: no_statement(
        "PolicyDocument",
        kms::allows_blocked_action,
        "a statement allows a blocked KMS action on all keys",
    ),
    compliant_example: "\
Access:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: kms:Decrypt
          Resource: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Access:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: kms:*
          Resource: '*'
",
    ..Rule::BASE
};
