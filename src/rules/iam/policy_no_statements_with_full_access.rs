//! `iam-policy-no-statements-with-full-access`

use super::IS_NOT_EXCLUDED;
use crate::resolve::{Content, Part, Value};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS",
    name: "iam-policy-no-statements-with-full-access",
    resource_types: &["AWS::IAM::ManagedPolicy"],
    severity: Severity::Low,
    security_hub: &["IAM.21"],
    parameters: &[Parameter {
        name: "excludePermissionBoundaryPolicy",
        parameter_type: ParameterType::Boolean,
        required: false,
        default: Some("false"),
        description: "true leaves out policies that are used as a permissions boundary",
    }],
    summary: "Customer managed policies should not grant full access to a service.",
    details: "\
Few need every action of a service, and new actions are added every month. No statement may allow \
`service:*` or `*`; resources and conditions change nothing. `s3:Get*` passes, and so does `NotAction`, of \
which AWS's page doesn't speak. `AWS::IAM::Policy` is an inline policy and not judged here.

With `excludePermissionBoundaryPolicy`, policies that a user or role of the template uses as its boundary \
are not applicable.",
    fix: "Name the actions that are needed, with wildcards if need be: `s3:Get*`.",
    certainty: Certainty::Known,
    applies_when: IS_NOT_EXCLUDED,
    compliant_when: no_statement(
        "PolicyDocument",
        |statement, _| policy::all([statement.allows(), statement.some("Action", is_every_action)]),
        "a statement allows every action of a service",
    ),
    compliant_example: "\
Access:
  Type: AWS::IAM::ManagedPolicy
  Properties:
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Action: s3:Get*
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
          Action: s3:*
          Resource: arn:aws:s3:::data/*
",
    ..Rule::BASE
};

/// Whether an action is `*` or `service:*`.
fn is_every_action(action: &Value) -> Option<bool> {
    match &action.content {
        Content::Unknown(_) | Content::Either(_) => None,
        Content::Partial(parts) => {
            Some(matches!(parts.last(), Some(Part::Text(text)) if text.ends_with(":*")))
        }
        _ => Some(action.as_text().is_some_and(|text| text == "*" || text.ends_with(":*"))),
    }
}
