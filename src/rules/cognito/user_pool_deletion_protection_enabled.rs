//! `cognito-user-pool-deletion-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "COGNITO_USER_POOL_DELETION_PROTECTION_ENABLED",
    name: "cognito-user-pool-deletion-protection-enabled",
    resource_types: &["AWS::Cognito::UserPool"],
    severity: Severity::Medium,
    security_hub: &["Cognito.6"],
    summary: "Cognito user pools should have deletion protection.",
    details: "\
A user pool that is deleted takes its users with it. Absent means `INACTIVE`.",
    fix: "Set `DeletionProtection` to ACTIVE.",
    certainty: Certainty::Known,
    compliant_when: property("DeletionProtection").default("INACTIVE").equals("ACTIVE"),
    compliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    DeletionProtection: ACTIVE
",
    noncompliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolName: users
",
    ..Rule::BASE
};
