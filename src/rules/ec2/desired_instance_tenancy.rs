//! `desired-instance-tenancy`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DESIRED_INSTANCE_TENANCY",
    name: "desired-instance-tenancy",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Low,
    parameters: &[
        Parameter {
            name: "tenancy",
            parameter_type: ParameterType::String,
            required: true,
            default: None,
            description: "tenancy that instances must have: DEDICATED, HOST or DEFAULT",
        },
        Parameter {
            name: "imageId",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "only instances launched from these AMIs are checked",
        },
        Parameter {
            name: "hostId",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "Dedicated Hosts on which instances must run",
        },
    ],
    summary: "EC2 instances should have the desired tenancy.",
    details: "\
Some licences and regulations ask for hardware of one's own. `Tenancy` of the instance counts, or that of \
its launch template, or the `InstanceTenancy` of its VPC, or `default`. A launch template outside the \
template leaves the verdict open; of one inside it, the data written there counts, whatever `Version` says. \
So does a subnet outside it. `tenancy` is compared in any case of letters; AWS's page describes a single \
value, here a list is understood as well, since AWS's own conformance packs pass one. AWS demands the \
parameter and has no default for it.

With `imageId`, an instance from another AMI is not applicable; with `hostId`, the instance has to name one \
of those Dedicated Hosts.",
    fix: "Set `Tenancy` to what the rule's parameter asks for.",
    applies_when: when_parameter(
        "imageId",
        &when(
            &property("ImageId").is_present(),
            &IMAGE,
            &when(&HAS_TEMPLATE, &launch_template(&IMAGE_IN_TEMPLATE), &IMAGE),
        ),
    ),
    compliant_when: all_of(&[
        when(
            &property("Tenancy").is_present(),
            &TENANCY,
            &when(&HAS_TEMPLATE, &launch_template(&IN_TEMPLATE), &OF_VPC),
        ),
        when_parameter(
            "hostId",
            &when(
                &property("HostId").is_present(),
                &HOST,
                &when(&HAS_TEMPLATE, &launch_template(&HOST_IN_TEMPLATE), &HOST),
            ),
        ),
    ]),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    Tenancy: dedicated
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
",
    example_parameters: &[("tenancy", "dedicated")],
    ..Rule::BASE
};

const TENANCY: Check = property("Tenancy").ignoring_case().is_one_of_parameter("tenancy");
const IN_TEMPLATE: Check = property("LaunchTemplateData.Placement.Tenancy")
    .default("default")
    .ignoring_case()
    .is_one_of_parameter("tenancy");
const OF_VPC: Check = when(
    &property("SubnetId").is_present(),
    &follow("SubnetId", &["AWS::EC2::Subnet"], &follow("VpcId", &["AWS::EC2::VPC"], &IN_VPC)),
    &property("Tenancy").default("default").ignoring_case().is_one_of_parameter("tenancy"),
);
const IN_VPC: Check =
    property("InstanceTenancy").default("default").ignoring_case().is_one_of_parameter("tenancy");
const HOST: Check = property("HostId").is_one_of_parameter("hostId");
const HOST_IN_TEMPLATE: Check = property("LaunchTemplateData.Placement.HostId").is_one_of_parameter("hostId");
const IMAGE: Check = property("ImageId").is_one_of_parameter("imageId");
const IMAGE_IN_TEMPLATE: Check = property("LaunchTemplateData.ImageId").is_one_of_parameter("imageId");
