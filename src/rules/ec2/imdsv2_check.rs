//! `ec2-imdsv2-check`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_IMDSV2_CHECK",
    name: "ec2-imdsv2-check",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::High,
    security_hub: &["EC2.8"],
    summary: "EC2 instances should require IMDSv2.",
    details: "\
With version 1 of the metadata service one forged request is enough to steal the credentials of the \
instance's role. `HttpTokens` of the instance counts, or that of its launch template; where it is absent in \
both, the service's default `optional`. A launch template outside the template leaves the verdict open; of \
one inside it, the data written there counts, whatever `Version` says.

An AMI that demands version 2 (such as Amazon Linux 2023) and the account's metadata defaults can make it \
`required` where the template says nothing: a template can't show that, so it is reported; write \
`HttpTokens` down.",
    fix: "Set `MetadataOptions.HttpTokens` to required, on the instance or in its launch template.",
    remediation_document: Some("AWSConfigRemediation-EnforceEC2InstanceIMDSv2"),
    certainty: Certainty::Known,
    compliant_when: when(
        &property("MetadataOptions.HttpTokens").is_present(),
        &property("MetadataOptions.HttpTokens").equals("required"),
        &when(
            &HAS_TEMPLATE,
            &launch_template(&IN_TEMPLATE),
            &property("MetadataOptions.HttpTokens").default("optional").equals("required"),
        ),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    MetadataOptions:
      HttpTokens: required
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
",
    ..Rule::BASE
};

const IN_TEMPLATE: Check =
    property("LaunchTemplateData.MetadataOptions.HttpTokens").default("optional").equals("required");
