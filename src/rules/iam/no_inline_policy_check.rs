//! `iam-no-inline-policy-check`

use super::inline;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_NO_INLINE_POLICY_CHECK",
    name: "iam-no-inline-policy-check",
    resource_types: &["AWS::IAM::User", "AWS::IAM::Role", "AWS::IAM::Group"],
    severity: Severity::Medium,
    summary: "IAM users, roles and groups should have no inline policies.",
    details: "\
Inline policies are written once for each identity, and reviewed by nobody. They are the entries of \
`Policies`, and what `AWS::IAM::Policy`, `AWS::IAM::UserPolicy`, `AWS::IAM::GroupPolicy` and \
`AWS::IAM::RolePolicy` resources of the template attach: AWS's rule for CloudFormation Guard sees the \
former only. Managed policies don't matter.",
    fix: "Make an `AWS::IAM::ManagedPolicy` of the inline policy and attach that.",
    remediation_document: Some("AWSConfigRemediation-ReplaceIAMInlinePolicy"),
    compliant_when: all_of(&[
        property("Policies").is_absent(),
        inline::OF_USERS.each(&inline::ATTACHED),
        inline::OF_GROUPS.each(&inline::ATTACHED),
        inline::OF_ROLES.each(&inline::ATTACHED),
        inline::USER_POLICIES.each(&inline::ATTACHED),
        inline::GROUP_POLICIES.each(&inline::ATTACHED),
        inline::ROLE_POLICIES.each(&inline::ATTACHED),
    ]),
    compliant_example: "\
Developers:
  Type: AWS::IAM::Group
  Properties:
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/ReadOnlyAccess
",
    noncompliant_example: "\
Developers:
  Type: AWS::IAM::Group
  Properties:
    Policies:
      - PolicyName: read
        PolicyDocument:
          Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: s3:GetObject
              Resource: arn:aws:s3:::data/*
",
    ..Rule::BASE
};
