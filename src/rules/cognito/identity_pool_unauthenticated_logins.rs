//! `cognito-identity-pool-unauthenticated-logins`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "COGNITO_IDENTITY_POOL_UNAUTHENTICATED_LOGINS",
    name: "cognito-identity-pool-unauthenticated-logins",
    resource_types: &["AWS::Cognito::IdentityPool"],
    severity: Severity::Medium,
    summary: "Cognito identity pools should not allow unauthenticated logins.",
    details: "\
Whoever asks an identity pool with unauthenticated identities gets AWS credentials, without signing in. \
`AllowUnauthenticatedIdentities` is a required property.

AWS Config has another rule of the same logic, `cognito-identity-pool-unauth-access-check`, which Security \
Hub uses.",
    fix: "Set `AllowUnauthenticatedIdentities` to false.",
    compliant_when: property("AllowUnauthenticatedIdentities").default("false").is_false(),
    compliant_example: "\
Identities:
  Type: AWS::Cognito::IdentityPool
  Properties:
    AllowUnauthenticatedIdentities: false
",
    noncompliant_example: "\
Identities:
  Type: AWS::Cognito::IdentityPool
  Properties:
    AllowUnauthenticatedIdentities: true
",
    ..Rule::BASE
};
