//! `amplify-app-branch-auto-deletion-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_APP_BRANCH_AUTO_DELETION_ENABLED",
    name: "amplify-app-branch-auto-deletion-enabled",
    resource_types: &["AWS::Amplify::App"],
    severity: Severity::Low,
    summary: "Amplify apps should disconnect branches that are deleted in Git.",
    details: "\
A branch that is gone in Git goes on being served, and goes on costing, until it is disconnected. Absent \
means false: our reading, AWS's page names only the value false.",
    fix: "Set `EnableBranchAutoDeletion` to true.",
    compliant_when: property("EnableBranchAutoDeletion").default("false").is_true(),
    compliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
    EnableBranchAutoDeletion: true
",
    noncompliant_example: "\
Site:
  Type: AWS::Amplify::App
  Properties:
    Name: site
    EnableBranchAutoDeletion: false
",
    ..Rule::BASE
};
