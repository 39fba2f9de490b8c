//! `autoscaling-launch-config-public-ip-disabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_LAUNCH_CONFIG_PUBLIC_IP_DISABLED",
    name: "autoscaling-launch-config-public-ip-disabled",
    resource_types: &["AWS::AutoScaling::LaunchConfiguration"],
    severity: Severity::High,
    security_hub: &["AutoScaling.5"],
    summary: "Launch configurations should not give instances public IP addresses.",
    details: "\
An instance with a public address is one security group away from the whole internet. Only true fails, by \
AWS's wording: where `AssociatePublicIpAddress` is absent the subnet decides, and a default subnet gives \
public addresses.",
    fix: "Set `AssociatePublicIpAddress` to false.",
    compliant_when: property("AssociatePublicIpAddress").default("false").is_false(),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    ImageId: ami-0123456789abcdef0
    AssociatePublicIpAddress: false
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    ImageId: ami-0123456789abcdef0
    AssociatePublicIpAddress: true
",
    ..Rule::BASE
};
