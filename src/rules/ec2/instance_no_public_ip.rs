//! `ec2-instance-no-public-ip`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_INSTANCE_NO_PUBLIC_IP",
    name: "ec2-instance-no-public-ip",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::High,
    security_hub: &["EC2.9"],
    summary: "EC2 instances should not have a public IPv4 address.",
    details: "\
An instance with a public address is one security group away from the whole internet. An Elastic IP address \
that points to the instance counts, and `AssociatePublicIpAddress` of its interfaces (its own, or its launch \
template's). Where that is absent, `MapPublicIpOnLaunch` of the subnet decides, false by default; without a \
subnet the instance starts in a default subnet, which gives public addresses. IPv6 is not considered.

A subnet, a launch template or an existing interface (`NetworkInterfaceId`) outside the template leaves the \
verdict open.",
    fix: "Set `AssociatePublicIpAddress` to false on the network interface, or use a private subnet.",
    compliant_when: all_of(&[
        related(&["AWS::EC2::EIP", "AWS::EC2::EIPAssociation"], "InstanceId")
            .each(&never("an Elastic IP address points to the instance")),
        when(
            &property("NetworkInterfaces").is_present(),
            &each_item("NetworkInterfaces", &INTERFACE),
            &when(
                &HAS_TEMPLATE,
                &when(&property("SubnetId").is_present(), &IN_SUBNET, &launch_template(&IN_TEMPLATE)),
                &IN_SUBNET,
            ),
        ),
    ]),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    NetworkInterfaces:
      - DeviceIndex: '0'
        SubnetId: subnet-0123456789abcdef0
        AssociatePublicIpAddress: false
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    NetworkInterfaces:
      - DeviceIndex: '0'
        SubnetId: subnet-0123456789abcdef0
        AssociatePublicIpAddress: true
",
    ..Rule::BASE
};

const IN_TEMPLATE: Check = when(
    &property("LaunchTemplateData.NetworkInterfaces").is_present(),
    &each_item("LaunchTemplateData.NetworkInterfaces", &INTERFACE),
    &never(DEFAULT_SUBNET),
);
const INTERFACE: Check = when(
    &property("AssociatePublicIpAddress").is_present(),
    &property("AssociatePublicIpAddress").is_false(),
    &when(
        &property("NetworkInterfaceId").is_present(),
        &undecided("whether the existing network interface has a public address is not known"),
        &IN_SUBNET,
    ),
);
const IN_SUBNET: Check = when(
    &property("SubnetId").is_present(),
    &follow("SubnetId", &["AWS::EC2::Subnet"], &property("MapPublicIpOnLaunch").default("false").is_false()),
    &never(DEFAULT_SUBNET),
);
const DEFAULT_SUBNET: &str = "no subnet is named, and a default subnet gives public addresses";
