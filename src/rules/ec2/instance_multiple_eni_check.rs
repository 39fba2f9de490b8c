//! `ec2-instance-multiple-eni-check`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_INSTANCE_MULTIPLE_ENI_CHECK",
    name: "ec2-instance-multiple-eni-check",
    resource_types: &["AWS::EC2::Instance"],
    proactive: true,
    severity: Severity::Low,
    security_hub: &["EC2.17"],
    parameters: &[Parameter {
        name: "NetworkInterfaceIds",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of network interfaces that an instance may have besides others",
    }],
    summary: "EC2 instances should have one network interface.",
    details: "\
An instance with a foot in two networks can become a way around the rules between them. An instance without \
`NetworkInterfaces` gets one. Counted are the entries of `NetworkInterfaces`, or those of its launch template if \
it has none, and every `AWS::EC2::NetworkInterfaceAttachment` to it. A launch template outside the template \
leaves the verdict open. In proactive mode AWS Config looks at `NetworkInterfaces` only.

AWS doesn't say what `NetworkInterfaceIds` does exactly. Here several interfaces are fine if all of them are in \
that list; an interface that is made with the instance has no ID yet and so never is.",
    fix: "Leave the instance one network interface and reach other networks through routing.",
    certainty: Certainty::Known,
    compliant_when: when(
        &parameter_is_given("NetworkInterfaceIds"),
        &any_of(&[all_of(&[ONE_INTERFACE, NO_ATTACHMENT]), ALL_ALLOWED]),
        &all_of(&[ONE_INTERFACE, NO_ATTACHMENT]),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    NetworkInterfaces:
      - DeviceIndex: '0'
        SubnetId: subnet-0123456789abcdef0
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    NetworkInterfaces:
      - DeviceIndex: '0'
        SubnetId: subnet-0123456789abcdef0
      - DeviceIndex: '1'
        SubnetId: subnet-0fedcba9876543210
",
    ..Rule::BASE
};

const ONE_INTERFACE: Check = when(
    &property("NetworkInterfaces").is_present(),
    &property("NetworkInterfaces").has_at_most(1),
    &when(&HAS_TEMPLATE, &launch_template(&ONE_IN_TEMPLATE), &Check::ALWAYS),
);
const ONE_IN_TEMPLATE: Check = property("LaunchTemplateData.NetworkInterfaces").has_at_most(1);
const NO_ATTACHMENT: Check =
    ATTACHMENTS.each(&never("a second network interface is attached to the instance"));
const ALL_ALLOWED: Check = all_of(&[
    property("NetworkInterfaces").is_present(),
    each_item("NetworkInterfaces", &ALLOWED),
    ATTACHMENTS.each(&ALLOWED),
]);
const ALLOWED: Check = property("NetworkInterfaceId").is_one_of_parameter("NetworkInterfaceIds");
const ATTACHMENTS: Related = related(&["AWS::EC2::NetworkInterfaceAttachment"], "InstanceId");
