//! `subnet-auto-assign-public-ip-disabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED",
    name: "subnet-auto-assign-public-ip-disabled",
    resource_types: &["AWS::EC2::Subnet"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["EC2.15"],
    summary: "Subnets should not give public IP addresses to whatever starts in them.",
    details: "\
An instance should be reachable from the internet because somebody decided it, not because of the subnet it was \
put in. Both switches are off when they are absent.

AWS's newer documentation counts IPv6 addresses as well, every global unicast range among them; in proactive \
mode AWS Config's page names `MapPublicIpOnLaunch` only. Here both count.",
    fix: "Set `MapPublicIpOnLaunch` and `AssignIpv6AddressOnCreation` to false, or leave them out.",
    remediation_document: Some("AWSConfigRemediation-DisableSubnetAutoAssignPublicIP"),
    compliant_when: all_of(&[
        property("MapPublicIpOnLaunch").default("false").is_false(),
        property("AssignIpv6AddressOnCreation").default("false").is_false(),
    ]),
    compliant_example: "\
Private:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
",
    noncompliant_example: "\
Public:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.0.0/24
    MapPublicIpOnLaunch: true
",
    ..Rule::BASE
};
