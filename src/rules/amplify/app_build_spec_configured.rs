//! `amplify-app-build-spec-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_APP_BUILD_SPEC_CONFIGURED",
    name: "amplify-app-build-spec-configured",
    resource_types: &["AWS::Amplify::App"],
    severity: Severity::Low,
    summary: "Amplify apps should define a build specification.",
    details: "\
A build specification in the template is reviewed and versioned with it. An absent or empty `BuildSpec` is \
noncompliant. Amplify may write one into the app by itself, and an `amplify.yml` in the repository doesn't \
show: neither counts here.",
    fix: "Set `BuildSpec` to the build specification.",
    compliant_when: property("BuildSpec").is_present(),
    compliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
    BuildSpec: '{\"version\": 1}'
",
    noncompliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
",
    ..Rule::BASE
};
