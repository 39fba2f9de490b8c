//! `amplify-branch-auto-build-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_BRANCH_AUTO_BUILD_ENABLED",
    name: "amplify-branch-auto-build-enabled",
    resource_types: &["AWS::Amplify::Branch"],
    severity: Severity::Low,
    summary: "Amplify branches should build automatically on new commits.",
    details: "\
Without automatic builds the site stays behind its repository. What an absent `EnableAutoBuild` means is not \
documented for CloudFormation (the API is said to build): the verdict is open.",
    fix: "Set `EnableAutoBuild` to true.",
    certainty: Certainty::Known,
    compliant_when: property("EnableAutoBuild")
        .unknown_when_absent("what an absent EnableAutoBuild means is not documented")
        .is_true(),
    compliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    EnableAutoBuild: true
",
    noncompliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    EnableAutoBuild: false
",
    ..Rule::BASE
};
