//! `cognito-user-pool-password-policy-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "COGNITO_USER_POOL_PASSWORD_POLICY_CHECK",
    name: "cognito-user-pool-password-policy-check",
    resource_types: &["AWS::Cognito::UserPool"],
    severity: Severity::Medium,
    security_hub: &["Cognito.3"],
    parameters: &[
        Parameter {
            name: "requireSymbols",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: Some("True"),
            description: "whether passwords have to contain a symbol",
        },
        Parameter {
            name: "temporaryPasswordValidity",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("7"),
            description: "days that a temporary password may live",
        },
        Parameter {
            name: "minLength",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("8"),
            description: "characters that a password has to have",
        },
        Parameter {
            name: "requireNumbers",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: Some("True"),
            description: "whether passwords have to contain a digit",
        },
        Parameter {
            name: "requireUppercase",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: Some("True"),
            description: "whether passwords have to contain an uppercase letter",
        },
        Parameter {
            name: "requireLowercase",
            parameter_type: ParameterType::Boolean,
            required: false,
            default: Some("True"),
            description: "whether passwords have to contain a lowercase letter",
        },
    ],
    summary: "Cognito user pools should have a strong password policy.",
    details: "\
Short and simple passwords are guessed. `MinimumLength` has to reach `minLength`, temporary passwords must \
not live longer than `temporaryPasswordValidity` days, and each kind of character whose parameter is true \
has to be required.

Without a `PasswordPolicy` Cognito has its own: 8 characters of all four kinds, 7 days. In a policy an \
absent `Require…` means false, which is our reading, and an absent `TemporaryPasswordValidityDays` means \
`AdminCreateUserConfig.UnusedAccountValidityDays` or 7 days. What an absent `MinimumLength` means there is \
not documented: the verdict is open.",
    fix: "Set `Policies.PasswordPolicy` with a `MinimumLength` of 8 or more and all four `Require…` properties true.",
    certainty: Certainty::Known,
    compliant_when: when(&property("Policies.PasswordPolicy").is_present(), &OF_THE_POOL, &OF_THE_SERVICE),
    compliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    Policies:
      PasswordPolicy:
        MinimumLength: 14
        RequireLowercase: true
        RequireUppercase: true
        RequireNumbers: true
        RequireSymbols: true
",
    noncompliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    Policies:
      PasswordPolicy:
        MinimumLength: 6
        RequireLowercase: true
",
    ..Rule::BASE
};

const OF_THE_POOL: Check = all_of(&[
    property("Policies.PasswordPolicy.MinimumLength")
        .unknown_when_absent("what an absent MinimumLength means in a password policy is not documented")
        .at_least_parameter("minLength"),
    when(&parameter_is_true("requireLowercase"), &LOWERCASE, &Check::ALWAYS),
    when(&parameter_is_true("requireUppercase"), &UPPERCASE, &Check::ALWAYS),
    when(&parameter_is_true("requireNumbers"), &NUMBERS, &Check::ALWAYS),
    when(&parameter_is_true("requireSymbols"), &SYMBOLS, &Check::ALWAYS),
    TEMPORARY_PASSWORDS,
]);
const OF_THE_SERVICE: Check = all_of(&[
    property("Policies.PasswordPolicy.MinimumLength").default("8").at_least_parameter("minLength"),
    TEMPORARY_PASSWORDS,
]);
const LOWERCASE: Check = property("Policies.PasswordPolicy.RequireLowercase").default("false").is_true();
const UPPERCASE: Check = property("Policies.PasswordPolicy.RequireUppercase").default("false").is_true();
const NUMBERS: Check = property("Policies.PasswordPolicy.RequireNumbers").default("false").is_true();
const SYMBOLS: Check = property("Policies.PasswordPolicy.RequireSymbols").default("false").is_true();
const DAYS: Property = property("Policies.PasswordPolicy.TemporaryPasswordValidityDays");
const OLDER_DAYS: Property = property("AdminCreateUserConfig.UnusedAccountValidityDays").default("7");
const TEMPORARY_PASSWORDS: Check = when(
    &DAYS.is_present(),
    &DAYS.at_most_parameter("temporaryPasswordValidity"),
    &OLDER_DAYS.at_most_parameter("temporaryPasswordValidity"),
);
