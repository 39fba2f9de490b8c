//! `batch-managed-compute-environment-using-launch-template`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BATCH_MANAGED_COMPUTE_ENVIRONMENT_USING_LAUNCH_TEMPLATE",
    name: "batch-managed-compute-environment-using-launch-template",
    resource_types: &["AWS::Batch::ComputeEnvironment"],
    severity: Severity::Low,
    summary: "Managed Batch compute environments should use a launch template.",
    details: "\
A launch template sets what Batch's own settings can't: volumes and their encryption, user data, the \
metadata service. `ComputeResources.LaunchTemplate` has to be there.

Unmanaged environments are not applicable. Neither are those on Fargate, which take no launch template; that \
is our reading, AWS doesn't say.",
    fix: "Set `ComputeResources.LaunchTemplate` with a `LaunchTemplateId` or `LaunchTemplateName`.",
    applies_when: all_of(&[
        not(&property("Type").ignoring_case().equals("UNMANAGED"), "the compute environment is unmanaged"),
        not(
            &property("ComputeResources.Type").ignoring_case().starts_with(&["FARGATE"]),
            "environments on Fargate take no launch template",
        ),
    ]),
    compliant_when: property("ComputeResources.LaunchTemplate").is_present(),
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
      LaunchTemplate:
        LaunchTemplateName: batch
",
    noncompliant_example: "\
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
    ..Rule::BASE
};
