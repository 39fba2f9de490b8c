//! `amplify-app-platform-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_APP_PLATFORM_CHECK",
    name: "amplify-app-platform-check",
    resource_types: &["AWS::Amplify::App"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "approvedPlatform",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "platform that is accepted: WEB, WEB_DYNAMIC or WEB_COMPUTE",
    }],
    summary: "Amplify apps should use the approved hosting platform.",
    details: "\
The platform says whether an app is static files (`WEB`) or renders on servers (`WEB_COMPUTE`, \
`WEB_DYNAMIC`). `Platform` has to equal the parameter; absent means `WEB`.",
    fix: "Set `Platform` to the platform that the rule wants.",
    compliant_when: property("Platform").default("WEB").equals_parameter("approvedPlatform"),
    compliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
    Platform: WEB_COMPUTE
",
    noncompliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
    Platform: WEB
",
    example_parameters: &[("approvedPlatform", "WEB_COMPUTE")],
    ..Rule::BASE
};
