//! `ec2-transit-gateway-auto-vpc-attach-disabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_TRANSIT_GATEWAY_AUTO_VPC_ATTACH_DISABLED",
    name: "ec2-transit-gateway-auto-vpc-attach-disabled",
    resource_types: &["AWS::EC2::TransitGateway"],
    severity: Severity::High,
    security_hub: &["EC2.23"],
    summary: "Transit gateways should not accept shared VPC attachments automatically.",
    details: "\
A transit gateway that accepts every attachment lets any account that it is shared with into the network. An \
absent `AutoAcceptSharedAttachments` means `disable`.",
    fix: "Set `AutoAcceptSharedAttachments` to disable, or leave it out.",
    compliant_when: property("AutoAcceptSharedAttachments").default("disable").differs_from("enable"),
    compliant_example: "\
Gateway:
  Type: AWS::EC2::TransitGateway
  Properties:
    Description: the company network
",
    noncompliant_example: "\
Gateway:
  Type: AWS::EC2::TransitGateway
  Properties:
    AutoAcceptSharedAttachments: enable
",
    ..Rule::BASE
};
