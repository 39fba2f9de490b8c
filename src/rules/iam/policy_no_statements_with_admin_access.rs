//! `iam-policy-no-statements-with-admin-access`

use super::IS_NOT_EXCLUDED;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
    name: "iam-policy-no-statements-with-admin-access",
    resource_types: &["AWS::IAM::ManagedPolicy"],
    severity: Severity::High,
    security_hub: &["IAM.1"],
    parameters: &[Parameter {
        name: "excludePermissionBoundaryPolicy",
        parameter_type: ParameterType::Boolean,
        required: false,
        default: Some("false"),
        description: "true leaves out policies that are used as a permissions boundary",
    }],
    summary: "Customer managed policies should not grant all actions on all resources.",
    details: "\
Whoever has such a policy owns the account. No statement may allow the action `*` on the resource `*`; \
each may stand alone or in a list, and a condition changes nothing. `service:*` passes, and so do \
`NotAction` and `NotResource`, of which AWS's page doesn't speak. `AWS::IAM::Policy` is an inline policy \
and not judged here.

With `excludePermissionBoundaryPolicy`, policies that a user or role of the template uses as its boundary \
are not applicable.",
    fix: "Name the actions and resources that are needed.",
    applies_when: IS_NOT_EXCLUDED,
    compliant_when: no_statement(
        "PolicyDocument",
        |statement, _| {
            policy::all([
                statement.allows(),
                statement.some("Action", |action| policy::is_text(action, "*")),
                statement.some("Resource", |resource| policy::is_text(resource, "*")),
            ])
        },
        "a statement allows all actions on all resources",
    ),
    compliant_example: "\
Access:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:*
          Resource: '*'
",
    noncompliant_example: "\
Access:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: '*'
          Resource: '*'
",
    ..Rule::BASE
};
