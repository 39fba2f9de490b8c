//! `iam-user-no-policies-check`

use super::inline;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_USER_NO_POLICIES_CHECK",
    name: "iam-user-no-policies-check",
    resource_types: &["AWS::IAM::User"],
    severity: Severity::Low,
    security_hub: &["IAM.2"],
    summary: "IAM users should get permissions only through groups or roles.",
    details: "\
Permissions of groups and roles are reviewed once, those of users one by one. The user may have neither \
inline nor managed policies: by `Policies` and `ManagedPolicyArns`, or because an `AWS::IAM::Policy`, \
`AWS::IAM::UserPolicy` or `AWS::IAM::ManagedPolicy` of the template names it. AWS's rule for \
CloudFormation Guard looks at `Policies` only. A `PermissionsBoundary` is no attached policy.",
    fix: "Attach the policies to a group and name it in `Groups`, or let the user assume a role.",
    remediation_document: Some("AWSConfigRemediation-RemoveUserPolicies"),
    compliant_when: all_of(&[
        property("Policies").is_absent(),
        property("ManagedPolicyArns").is_absent(),
        inline::OF_USERS.each(&inline::ATTACHED),
        inline::USER_POLICIES.each(&inline::ATTACHED),
        related(&["AWS::IAM::ManagedPolicy"], "Users[]")
            .each(&never("the managed policy is attached to the user")),
    ]),
    compliant_example: "\
Anna:
  Type: AWS::IAM::User
  Properties:
    Groups:
      - developers
",
    noncompliant_example: "\
Anna:
  Type: AWS::IAM::User
  Properties:
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/ReadOnlyAccess
",
    ..Rule::BASE
};
