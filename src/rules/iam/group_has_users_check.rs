//! `iam-group-has-users-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_GROUP_HAS_USERS_CHECK",
    name: "iam-group-has-users-check",
    resource_types: &["AWS::IAM::Group"],
    severity: Severity::Low,
    summary: "IAM groups should have at least one user.",
    details: "\
A group without users gives permissions to nobody and is forgotten until somebody is added to it. A user \
of the template has to name it in `Groups`, or an `AWS::IAM::UserToGroupAddition` has to add users.

Users that are added outside the template are not seen: suppress the finding there.",
    fix: "Add a user to the group, or delete it.",
    remediation_document: Some("AWSConfigRemediation-DeleteUnusedIAMGroup"),
    compliant_when: any_of(&[
        related(&["AWS::IAM::User"], "Groups[]").exists(),
        related(&["AWS::IAM::UserToGroupAddition"], "GroupName").some(&property("Users").is_present()),
    ])
    .explained("no user in the template belongs to the group"),
    compliant_example: "\
Developers:
  Type: AWS::IAM::Group
Anna:
  Type: AWS::IAM::User
  Properties:
    Groups:
      - !Ref Developers
",
    noncompliant_example: "\
Developers:
  Type: AWS::IAM::Group
",
    ..Rule::BASE
};
