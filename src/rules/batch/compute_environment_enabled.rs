//! `batch-compute-environment-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BATCH_COMPUTE_ENVIRONMENT_ENABLED",
    name: "batch-compute-environment-enabled",
    resource_types: &["AWS::Batch::ComputeEnvironment"],
    severity: Severity::Low,
    summary: "Batch compute environments should be enabled.",
    details: "\
A disabled compute environment runs nothing: the jobs of its queues wait. Absent means `ENABLED`.",
    fix: "Set `State` to ENABLED, or leave it out.",
    compliant_when: property("State").ignoring_case().default("ENABLED").differs_from("DISABLED"),
    compliant_example: "\
Jobs:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: UNMANAGED
    State: ENABLED
",
    noncompliant_example: "\
Jobs:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: UNMANAGED
    State: DISABLED
",
    ..Rule::BASE
};
