//! `ecs-capacity-provider-termination-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_CAPACITY_PROVIDER_TERMINATION_CHECK",
    name: "ecs-capacity-provider-termination-check",
    resource_types: &["AWS::ECS::CapacityProvider"],
    severity: Severity::Medium,
    security_hub: &["ECS.19"],
    summary: "ECS capacity providers should have managed termination protection.",
    details: "\
Without the protection scaling in ends instances that still run tasks. An absent \
`ManagedTerminationProtection` means DISABLED. A provider without an Auto Scaling group is not applicable.",
    fix: "Set `AutoScalingGroupProvider.ManagedTerminationProtection` to ENABLED.",
    applies_when: property("AutoScalingGroupProvider").is_present(),
    compliant_when: property("AutoScalingGroupProvider.ManagedTerminationProtection")
        .default("DISABLED")
        .equals("ENABLED"),
    compliant_example: "\
Provider:
  Type: AWS::ECS::CapacityProvider
  Properties:
    AutoScalingGroupProvider:
      AutoScalingGroupArn: workers
      ManagedTerminationProtection: ENABLED
",
    noncompliant_example: "\
Provider:
  Type: AWS::ECS::CapacityProvider
  Properties:
    AutoScalingGroupProvider:
      AutoScalingGroupArn: workers
",
    ..Rule::BASE
};
