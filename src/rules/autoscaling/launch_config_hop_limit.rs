//! `autoscaling-launch-config-hop-limit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_LAUNCH_CONFIG_HOP_LIMIT",
    name: "autoscaling-launch-config-hop-limit",
    resource_types: &["AWS::AutoScaling::LaunchConfiguration"],
    severity: Severity::High,
    summary: "Launch configurations should keep the metadata response hop limit at 1.",
    details: "\
Every hop more lets the answers of the metadata service, credentials among them, travel further. An absent \
`HttpPutResponseHopLimit` means 1.",
    fix: "Set `MetadataOptions.HttpPutResponseHopLimit` to 1, or leave it out.",
    compliant_when: property("MetadataOptions.HttpPutResponseHopLimit").default("1").at_most(1),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    ImageId: ami-0123456789abcdef0
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    ImageId: ami-0123456789abcdef0
    MetadataOptions:
      HttpPutResponseHopLimit: 2
",
    ..Rule::BASE
};
