//! `ec2-token-hop-limit-check`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_TOKEN_HOP_LIMIT_CHECK",
    name: "ec2-token-hop-limit-check",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "tokenHopLimit",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("1"),
        description: "largest hop limit that is allowed, 1 to 64",
    }],
    summary: "Instance metadata hop limit should not exceed the allowed limit.",
    details: "\
Every hop more lets the answers of the metadata service, credentials among them, travel further: into \
containers, through proxies. `HttpPutResponseHopLimit` of the instance counts, or that of its launch \
template. A launch template outside the template leaves the verdict open; of one inside it, the data written \
there counts, whatever `Version` says.

Absent in both it is 1, or 2 where the AMI demands version 2 of the metadata service; so only a \
`tokenHopLimit` of 2 or more settles it.",
    fix: "Set `MetadataOptions.HttpPutResponseHopLimit` to 1, or to what the rule's parameter allows.",
    compliant_when: when(
        &property("MetadataOptions.HttpPutResponseHopLimit").is_present(),
        &property("MetadataOptions.HttpPutResponseHopLimit").at_most_parameter("tokenHopLimit"),
        &when(&HAS_TEMPLATE, &launch_template(&IN_TEMPLATE), &SILENT),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    MetadataOptions:
      HttpPutResponseHopLimit: 1
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    MetadataOptions:
      HttpPutResponseHopLimit: 3
",
    ..Rule::BASE
};

const SILENT: Check = any_of(&[
    property("MetadataOptions.HttpPutResponseHopLimit").default("2").at_most_parameter("tokenHopLimit"),
    undecided(BY_IMAGE),
]);
const IN_TEMPLATE: Check = when(
    &property("LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit").is_present(),
    &property("LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit")
        .at_most_parameter("tokenHopLimit"),
    &SILENT,
);
const BY_IMAGE: &str = "HttpPutResponseHopLimit is not set: the AMI decides whether it is 1 or 2";
