//! `approved-amis-by-id`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPROVED_AMIS_BY_ID",
    name: "approved-amis-by-id",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "amiIds",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "IDs of the approved AMIs",
    }],
    summary: "EC2 instances should run on approved AMIs.",
    details: "\
An image that nobody vetted brings its holes along. `ImageId` of the instance counts, or that of its launch \
template if the instance has none. A launch template outside the template leaves the verdict open; of one \
inside it, the data written there counts, whatever `Version` says. So does an image that is looked up at \
deployment, for example in the Parameter Store. AWS demands the parameter and has no default for it.",
    fix: "Set `ImageId` to one of the approved AMIs.",
    compliant_when: when(
        &property("ImageId").is_present(),
        &property("ImageId").is_one_of_parameter("amiIds"),
        &when(
            &HAS_TEMPLATE,
            &launch_template(&IN_TEMPLATE),
            &property("ImageId").is_one_of_parameter("amiIds"),
        ),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0fedcba9876543210
",
    example_parameters: &[("amiIds", "ami-0123456789abcdef0")],
    ..Rule::BASE
};

const IN_TEMPLATE: Check = property("LaunchTemplateData.ImageId").is_one_of_parameter("amiIds");
