//! `amplify-branch-build-spec-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_BRANCH_BUILD_SPEC_CONFIGURED",
    name: "amplify-branch-build-spec-configured",
    resource_types: &["AWS::Amplify::Branch"],
    severity: Severity::Low,
    summary: "Amplify branches should define a build specification.",
    details: "\
A build specification in the template is reviewed and versioned with it. An absent or empty `BuildSpec` of \
the branch is noncompliant, even if the app has one: that the app's doesn't count is our reading.",
    fix: "Set `BuildSpec` of the branch to the build specification.",
    certainty: Certainty::Known,
    compliant_when: property("BuildSpec").is_present(),
    compliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    BuildSpec: '{\"version\": 1}'
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
