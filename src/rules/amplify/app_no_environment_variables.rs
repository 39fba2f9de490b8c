//! `amplify-app-no-environment-variables`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_APP_NO_ENVIRONMENT_VARIABLES",
    name: "amplify-app-no-environment-variables",
    resource_types: &["AWS::Amplify::App"],
    severity: Severity::Low,
    summary: "Amplify apps should not carry environment variables.",
    details: "\
Environment variables show in the console and in builds, and often hold what should be a secret. Any entry \
of `EnvironmentVariables` is noncompliant, whatever it holds; those of branches and of \
`AutoBranchCreationConfig` don't count.",
    fix: "Delete `EnvironmentVariables`, and keep secrets in Systems Manager Parameter Store.",
    compliant_when: property("EnvironmentVariables").is_absent(),
    compliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
",
    noncompliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
    EnvironmentVariables:
      - Name: STAGE
        Value: live
",
    ..Rule::BASE
};
