//! `autoscaling-launch-template`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_LAUNCH_TEMPLATE",
    name: "autoscaling-launch-template",
    resource_types: &["AWS::AutoScaling::AutoScalingGroup"],
    severity: Severity::Medium,
    security_hub: &["AutoScaling.9"],
    summary: "Auto Scaling groups should be built from a launch template.",
    details: "\
Launch configurations know nothing of the newer features of EC2, IMDSv2 by default among them. A group has \
to have a `LaunchTemplate` or a `MixedInstancesPolicy`, which builds on one. From an `InstanceId` the \
service makes a launch configuration.",
    fix: "Replace `LaunchConfigurationName` with a `LaunchTemplate`.",
    compliant_when: any_of(&[
        property("LaunchTemplate").is_present(),
        property("MixedInstancesPolicy").is_present(),
    ])
    .explained("the group has no launch template"),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: '1'
    MaxSize: '4'
    LaunchTemplate:
      LaunchTemplateId: lt-0123456789abcdef0
      Version: '1'
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: '1'
    MaxSize: '4'
    LaunchConfigurationName: workers
",
    ..Rule::BASE
};
