//! `appconfig-configuration-profile-validators-not-empty`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPCONFIG_CONFIGURATION_PROFILE_VALIDATORS_NOT_EMPTY",
    name: "appconfig-configuration-profile-validators-not-empty",
    resource_types: &["AWS::AppConfig::ConfigurationProfile"],
    severity: Severity::Low,
    summary: "AppConfig configuration profiles should have a validator.",
    details: "\
A configuration without a validator is deployed with whatever mistake it holds. `Validators` has to have an \
entry; absent or empty is noncompliant.

Feature flags are validated by the service itself. Whether AWS Config sees that is not documented: such a \
profile is reported as well.",
    fix: "Add an entry with `Type` JSON_SCHEMA or LAMBDA to `Validators`.",
    compliant_when: property("Validators").is_present(),
    compliant_example: "\
Limits:
  Type: AWS::AppConfig::ConfigurationProfile
  Properties:
    ApplicationId: abc1234
    Name: limits
    LocationUri: hosted
    Validators:
      - Type: JSON_SCHEMA
        Content: '{\"type\": \"object\"}'
",
    noncompliant_example: "\
Limits:
  Type: AWS::AppConfig::ConfigurationProfile
  Properties:
    ApplicationId: abc1234
    Name: limits
    LocationUri: hosted
",
    ..Rule::BASE
};
