//! `batch-managed-spot-compute-environment-max-bid`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BATCH_MANAGED_SPOT_COMPUTE_ENVIRONMENT_MAX_BID",
    name: "batch-managed-spot-compute-environment-max-bid",
    resource_types: &["AWS::Batch::ComputeEnvironment"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "maxBidPercentage",
        parameter_type: ParameterType::Int,
        required: true,
        default: None,
        description: "highest percentage of the On-Demand price, 1 to 100",
    }],
    summary: "Managed Batch Spot environments should not exceed the allowed bid percentage.",
    details: "\
The bid percentage is how much of the On-Demand price a Spot Instance may cost. \
`ComputeResources.BidPercentage` must not be above the parameter. Absent, Batch pays up to the full price; \
what AWS Config records then is not documented, so the verdict is open.

Unmanaged environments, and managed ones of another type than `SPOT`, are not applicable.",
    fix: "Set `ComputeResources.BidPercentage` to at most the percentage that the rule allows.",
    applies_when: all_of(&[
        not(&property("Type").ignoring_case().equals("UNMANAGED"), "the compute environment is unmanaged"),
        property("ComputeResources.Type").ignoring_case().equals("SPOT"),
    ]),
    compliant_when: property("ComputeResources.BidPercentage")
        .unknown_when_absent("AWS doesn't say how an absent BidPercentage counts")
        .at_most_parameter("maxBidPercentage"),
    compliant_example: "\
Jobs:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: MANAGED
    ComputeResources:
      Type: SPOT
      MaxvCpus: 16
      Subnets:
        - subnet-0123456789abcdef0
      BidPercentage: 60
",
    noncompliant_example: "\
Jobs:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: MANAGED
    ComputeResources:
      Type: SPOT
      MaxvCpus: 16
      Subnets:
        - subnet-0123456789abcdef0
      BidPercentage: 100
",
    example_parameters: &[("maxBidPercentage", "80")],
    ..Rule::BASE
};
