//! `batch-compute-environment-managed`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BATCH_COMPUTE_ENVIRONMENT_MANAGED",
    name: "batch-compute-environment-managed",
    resource_types: &["AWS::Batch::ComputeEnvironment"],
    severity: Severity::Low,
    summary: "Batch compute environments should be managed.",
    details: "\
In an unmanaged compute environment you start, patch and stop the instances yourself.",
    fix: "Set `Type` to MANAGED, with `ComputeResources`; this replaces the compute environment.",
    certainty: Certainty::Known,
    compliant_when: property("Type").ignoring_case().equals("MANAGED"),
    compliant_example: "\
Jobs:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: MANAGED
    ComputeResources:
      Type: EC2
      MaxvCpus: 16
      Subnets:
        - subnet-0123456789abcdef0
",
    noncompliant_example: "\
Jobs:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: UNMANAGED
",
    ..Rule::BASE
};
