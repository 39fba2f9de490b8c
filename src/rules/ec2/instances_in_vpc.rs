//! `ec2-instances-in-vpc`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "INSTANCES_IN_VPC",
    name: "ec2-instances-in-vpc",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::High,
    parameters: &[Parameter {
        name: "vpcId",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "VPC that the instances must be in",
    }],
    summary: "EC2 instances should be in a VPC.",
    details: "\
A VPC is where the rules about an instance's traffic live. There is no place outside a VPC any more, so \
without `vpcId` every instance complies. With it, the `VpcId` of the instance's subnets counts: of \
`SubnetId`, or of its network interfaces or its launch template's. Subnets outside the template, an instance \
without a subnet (it starts in the default VPC) and a VPC of the same template, which has no ID yet, leave \
the verdict open.",
    fix: "Put the instance into a subnet of the VPC that the rule's parameter names.",
    compliant_when: when_parameter(
        "vpcId",
        &when(
            &property("SubnetId").is_present(),
            &IN_SUBNET,
            &when(
                &property("NetworkInterfaces").is_present(),
                &each_item("NetworkInterfaces", &INTERFACE),
                &when(&HAS_TEMPLATE, &launch_template(&IN_TEMPLATE), &undecided(DEFAULT_VPC)),
            ),
        ),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    SubnetId: !Ref Subnet
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0fedcba9876543210
    CidrBlock: 10.0.1.0/24
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    SubnetId: !Ref Subnet
Subnet:
  Type: AWS::EC2::Subnet
  Properties:
    VpcId: vpc-0123456789abcdef0
    CidrBlock: 10.0.1.0/24
",
    example_parameters: &[("vpcId", "vpc-0fedcba9876543210")],
    ..Rule::BASE
};

const IN_SUBNET: Check =
    follow("SubnetId", &["AWS::EC2::Subnet"], &property("VpcId").equals_parameter("vpcId"));
const INTERFACE: Check = when(
    &property("SubnetId").is_present(),
    &IN_SUBNET,
    &when(
        &property("NetworkInterfaceId").is_present(),
        &follow("NetworkInterfaceId", &["AWS::EC2::NetworkInterface"], &IN_SUBNET),
        &undecided(DEFAULT_VPC),
    ),
);
const IN_TEMPLATE: Check = when(
    &property("LaunchTemplateData.NetworkInterfaces").is_present(),
    &each_item("LaunchTemplateData.NetworkInterfaces", &INTERFACE),
    &undecided(DEFAULT_VPC),
);
const DEFAULT_VPC: &str = "no subnet is named, and which VPC is the default one is not known";
