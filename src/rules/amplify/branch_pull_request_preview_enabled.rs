//! `amplify-branch-pull-request-preview-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_BRANCH_PULL_REQUEST_PREVIEW_ENABLED",
    name: "amplify-branch-pull-request-preview-enabled",
    resource_types: &["AWS::Amplify::Branch"],
    severity: Severity::Low,
    summary: "Amplify branches should create pull request previews.",
    details: "\
A preview shows what a pull request does before it is merged. Absent means false: our reading, AWS's page \
names only the value false.",
    fix: "Set `EnablePullRequestPreview` to true.",
    compliant_when: property("EnablePullRequestPreview").default("false").is_true(),
    compliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    EnablePullRequestPreview: true
",
    noncompliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    EnablePullRequestPreview: false
",
    ..Rule::BASE
};
