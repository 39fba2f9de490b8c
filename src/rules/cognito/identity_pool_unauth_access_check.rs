//! `cognito-identity-pool-unauth-access-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "COGNITO_IDENTITY_POOL_UNAUTH_ACCESS_CHECK",
    name: "cognito-identity-pool-unauth-access-check",
    resource_types: &["AWS::Cognito::IdentityPool"],
    severity: Severity::Medium,
    security_hub: &["Cognito.2"],
    summary: "Cognito identity pools should not allow unauthenticated identities.",
    details: "\
Whoever asks an identity pool with unauthenticated identities gets AWS credentials, without signing in. \
`AllowUnauthenticatedIdentities` is a required property.

AWS Config has another rule of the same logic, `cognito-identity-pool-unauthenticated-logins`.",
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
