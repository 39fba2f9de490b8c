//! `batch-managed-compute-env-allocation-strategy-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BATCH_MANAGED_COMPUTE_ENV_ALLOCATION_STRATEGY_CHECK",
    name: "batch-managed-compute-env-allocation-strategy-check",
    resource_types: &["AWS::Batch::ComputeEnvironment"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "allocationStrategy",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "strategies that are accepted: any of BEST_FIT, BEST_FIT_PROGRESSIVE, SPOT_CAPACITY_OPTIMIZED, SPOT_PRICE_CAPACITY_OPTIMIZED",
    }],
    summary: "Managed Batch compute environments should use an approved allocation strategy.",
    details: "\
The strategy decides between cheap and steady: `BEST_FIT` waits for its one instance type, others take what \
there is. `ComputeResources.AllocationStrategy` has to be in the parameter's list; absent means `BEST_FIT`.

Unmanaged environments are not applicable. Neither are those on Fargate, which have no strategy; that is our \
reading, AWS doesn't say.",
    fix: "Set `ComputeResources.AllocationStrategy` to one that the rule accepts, for example BEST_FIT_PROGRESSIVE.",
    applies_when: all_of(&[
        not(&property("Type").ignoring_case().equals("UNMANAGED"), "the compute environment is unmanaged"),
        not(
            &property("ComputeResources.Type").ignoring_case().starts_with(&["FARGATE"]),
            "environments on Fargate have no allocation strategy",
        ),
    ]),
    compliant_when: property("ComputeResources.AllocationStrategy")
        .default("BEST_FIT")
        .is_one_of_parameter("allocationStrategy"),
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
      AllocationStrategy: BEST_FIT_PROGRESSIVE
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
    example_parameters: &[("allocationStrategy", "BEST_FIT_PROGRESSIVE, SPOT_PRICE_CAPACITY_OPTIMIZED")],
    ..Rule::BASE
};
