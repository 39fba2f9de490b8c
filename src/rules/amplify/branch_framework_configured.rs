//! `amplify-branch-framework-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_BRANCH_FRAMEWORK_CONFIGURED",
    name: "amplify-branch-framework-configured",
    resource_types: &["AWS::Amplify::Branch"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "approvedFrameworks",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "frameworks that are accepted",
    }],
    summary: "Amplify branches should name an approved framework.",
    details: "\
The framework tells Amplify how to build and serve a branch. `Framework` has to be there and, with the \
parameter, to be one of its list, letter by letter. Amplify may find it out by itself after the first build, \
which doesn't show here.",
    fix: "Set `Framework` to the framework of the branch.",
    compliant_when: all_of(&[
        property("Framework").is_present(),
        when_parameter(
            "approvedFrameworks",
            &property("Framework").is_one_of_parameter("approvedFrameworks"),
        ),
    ]),
    compliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    Framework: React
",
    noncompliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
",
    ..Rule::BASE
};
