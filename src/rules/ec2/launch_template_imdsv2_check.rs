//! `ec2-launch-template-imdsv2-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_LAUNCH_TEMPLATE_IMDSV2_CHECK",
    name: "ec2-launch-template-imdsv2-check",
    resource_types: &["AWS::EC2::LaunchTemplate"],
    severity: Severity::Low,
    security_hub: &["EC2.170"],
    summary: "EC2 launch templates should require IMDSv2.",
    details: "\
With version 1 of the metadata service one forged request is enough to steal the credentials of the \
instance's role. An absent `HttpTokens` does not demand version 2 and fails. AWS doesn't say whether a \
switched-off metadata service (`HttpEndpoint: disabled`) passes; here it doesn't.

AWS Config reads the template's default version, and an update by CloudFormation adds a version without \
moving the default.",
    fix: "Set `MetadataOptions.HttpTokens` to required.",
    compliant_when: property("LaunchTemplateData.MetadataOptions.HttpTokens").equals("required"),
    compliant_example: "\
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      MetadataOptions:
        HttpTokens: required
",
    noncompliant_example: "\
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      ImageId: ami-0123456789abcdef0
",
    ..Rule::BASE
};
