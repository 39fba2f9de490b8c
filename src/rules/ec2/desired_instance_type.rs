//! `desired-instance-type`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DESIRED_INSTANCE_TYPE",
    name: "desired-instance-type",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "instanceType",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "allowed instance types",
    }],
    summary: "EC2 instances should be of a desired type.",
    details: "\
A limit on instance types keeps costs and licences in hand. `InstanceType` of the instance counts, or that \
of its launch template, or the service's default m1.small; it has to be in the list as it stands there, so a \
bare family never fits. A launch template outside the template leaves the verdict open; of one inside it, \
the data written there counts, whatever `Version` says. AWS demands the parameter and has no default for it.",
    fix: "Set `InstanceType` to one of the desired types.",
    compliant_when: when(
        &property("InstanceType").is_present(),
        &property("InstanceType").is_one_of_parameter("instanceType"),
        &when(
            &HAS_TEMPLATE,
            &launch_template(&IN_TEMPLATE),
            &property("InstanceType").default("m1.small").is_one_of_parameter("instanceType"),
        ),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    InstanceType: m7g.large
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    InstanceType: x2gd.16xlarge
",
    example_parameters: &[("instanceType", "t4g.small, m7g.large")],
    ..Rule::BASE
};

const IN_TEMPLATE: Check =
    property("LaunchTemplateData.InstanceType").default("m1.small").is_one_of_parameter("instanceType");
