//! `cognito-user-pool-mfa-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "COGNITO_USER_POOL_MFA_ENABLED",
    name: "cognito-user-pool-mfa-enabled",
    resource_types: &["AWS::Cognito::UserPool"],
    severity: Severity::Medium,
    security_hub: &["Cognito.5"],
    summary: "Cognito user pools with password sign-in should have MFA.",
    details: "\
A password alone is stolen, guessed or used twice. `MfaConfiguration` has to be `ON`; absent means `OFF`. \
AWS doesn't say what it makes of `OPTIONAL`, where every user decides: the verdict is open.

A pool that allows other first factors than passwords (`Policies.SignInPolicy.AllowedFirstAuthFactors`, \
absent means passwords only) is not applicable. An unquoted `ON` that was read as a boolean counts as `ON`.",
    fix: "Set `MfaConfiguration` to 'ON', and `EnabledMfas` to the factors that users may have.",
    certainty: Certainty::Known,
    applies_when: each_item(
        "Policies.SignInPolicy.AllowedFirstAuthFactors",
        &property("").equals("PASSWORD"),
    )
    .explained("the pool allows other first factors than passwords"),
    compliant_when: when(
        &MFA.equals("OPTIONAL"),
        &undecided("AWS doesn't say whether MfaConfiguration OPTIONAL is enough"),
        &any_of(&[MFA.equals("ON"), MFA.is_true()]),
    ),
    compliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    MfaConfiguration: 'ON'
    EnabledMfas:
      - SOFTWARE_TOKEN_MFA
",
    noncompliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    MfaConfiguration: 'OFF'
",
    ..Rule::BASE
};

const MFA: Property = property("MfaConfiguration").default("OFF");
