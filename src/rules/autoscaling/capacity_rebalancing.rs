//! `autoscaling-capacity-rebalancing`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_CAPACITY_REBALANCING",
    name: "autoscaling-capacity-rebalancing",
    resource_types: &["AWS::AutoScaling::AutoScalingGroup"],
    severity: Severity::Low,
    summary: "Auto Scaling groups with several instance types should use Capacity Rebalancing.",
    details: "\
With Capacity Rebalancing a Spot instance is replaced before it is taken away. An absent `CapacityRebalance` \
means false. AWS's description speaks of groups with several instance types, so a group whose \
`MixedInstancesPolicy` does not list two is not applicable: our reading. Whether the group uses Spot \
capacity is not looked at.",
    fix: "Set `CapacityRebalance` to true.",
    certainty: Certainty::Known,
    applies_when: property("MixedInstancesPolicy.LaunchTemplate.Overrides")
        .has_at_least(2)
        .explained("the group does not have several instance types"),
    compliant_when: property("CapacityRebalance").default("false").is_true(),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MixedInstancesPolicy:
      LaunchTemplate:
        Overrides:
          - InstanceType: m7g.large
          - InstanceType: m6g.large
    CapacityRebalance: true
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MixedInstancesPolicy:
      LaunchTemplate:
        Overrides:
          - InstanceType: m7g.large
          - InstanceType: m6g.large
",
    ..Rule::BASE
};
