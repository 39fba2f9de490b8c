//! `appconfig-freeform-profile-config-storage`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPCONFIG_FREEFORM_PROFILE_CONFIG_STORAGE",
    name: "appconfig-freeform-profile-config-storage",
    resource_types: &["AWS::AppConfig::ConfigurationProfile"],
    severity: Severity::Medium,
    summary: "Freeform AppConfig profiles should keep their data in Secrets Manager or the hosted store.",
    details: "\
Configuration often holds what should be a secret. `LocationUri` of a freeform profile has to be `hosted` \
(AppConfig's own store, which is encrypted) or to begin with `secretsmanager`; parameters and documents of \
Systems Manager, objects in S3 and pipelines are noncompliant.

Profiles of type `AWS.AppConfig.FeatureFlags` are not applicable; an absent `Type` means `AWS.Freeform`.",
    fix: "Set `LocationUri` to hosted, or to secretsmanager:// and the name of a secret.",
    applies_when: property("Type").default("AWS.Freeform").differs_from("AWS.AppConfig.FeatureFlags"),
    compliant_when: property("LocationUri").starts_with(&["hosted", "secretsmanager"]),
    compliant_example: "\
Limits:
  Type: AWS::AppConfig::ConfigurationProfile
  Properties:
    ApplicationId: abc1234
    Name: limits
    LocationUri: hosted
",
    noncompliant_example: "\
Limits:
  Type: AWS::AppConfig::ConfigurationProfile
  Properties:
    ApplicationId: abc1234
    Name: limits
    LocationUri: ssm-parameter://limits
",
    ..Rule::BASE
};
