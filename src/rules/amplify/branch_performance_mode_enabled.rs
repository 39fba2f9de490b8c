//! `amplify-branch-performance-mode-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AMPLIFY_BRANCH_PERFORMANCE_MODE_ENABLED",
    name: "amplify-branch-performance-mode-enabled",
    resource_types: &["AWS::Amplify::Branch"],
    severity: Severity::Low,
    summary: "Amplify branches should run in performance mode.",
    details: "\
Performance mode keeps pages in the caches at the edge for longer, for up to ten minutes after a change. \
Absent means false: our reading, AWS's page names only the value false.",
    fix: "Set `EnablePerformanceMode` to true.",
    compliant_when: property("EnablePerformanceMode").default("false").is_true(),
    compliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    EnablePerformanceMode: true
",
    noncompliant_example: "\
Main:
  Type: AWS::Amplify::Branch
  Properties:
    AppId: d1a2b3c4d5e6f7
    BranchName: main
    EnablePerformanceMode: false
",
    ..Rule::BASE
};
