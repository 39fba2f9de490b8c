//! `autoscaling-launchconfig-requires-imdsv2`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_LAUNCHCONFIG_REQUIRES_IMDSV2",
    name: "autoscaling-launchconfig-requires-imdsv2",
    resource_types: &["AWS::AutoScaling::LaunchConfiguration"],
    severity: Severity::High,
    security_hub: &["AutoScaling.3"],
    summary: "Launch configurations should require IMDSv2.",
    details: "\
With version 1 of the metadata service one forged request is enough to steal the credentials of the \
instance's role. An absent `HttpTokens` means `optional`. A switched-off metadata service (`HttpEndpoint`) \
makes no difference in AWS's wording.",
    fix: "Set `MetadataOptions.HttpTokens` to required.",
    compliant_when: property("MetadataOptions.HttpTokens").default("optional").equals("required"),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    ImageId: ami-0123456789abcdef0
    MetadataOptions:
      HttpTokens: required
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties:
    ImageId: ami-0123456789abcdef0
",
    ..Rule::BASE
};
