//! `ec2-instance-profile-attached`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_INSTANCE_PROFILE_ATTACHED",
    name: "ec2-instance-profile-attached",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "IamInstanceProfileArnList",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the instance profiles that are allowed",
    }],
    summary: "EC2 instances should have an IAM instance profile.",
    details: "\
Without a profile somebody will put long-lived keys on the instance. `IamInstanceProfile` of the instance \
counts, or that of its launch template. A launch template outside the template leaves the verdict open; of \
one inside it, the data written there counts, whatever `Version` says. The instance names its profile, the \
parameter lists ARNs: they are compared by the last part of the ARN, and a profile without an \
`InstanceProfileName` of its own has no name yet.",
    fix: "Set `IamInstanceProfile`.",
    remediation_document: Some("AWS-AttachIAMToInstance"),
    compliant_when: when(
        &property("IamInstanceProfile").is_present(),
        &ALLOWED,
        &when(&HAS_TEMPLATE, &launch_template(&IN_TEMPLATE), &property("IamInstanceProfile").is_present()),
    ),
    compliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
    IamInstanceProfile: web
",
    noncompliant_example: "\
Server:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
",
    ..Rule::BASE
};

const ALLOWED: Check = when_parameter(
    "IamInstanceProfileArnList",
    &property("IamInstanceProfile").is_named_by_parameter("IamInstanceProfileArnList"),
);
const IN_TEMPLATE: Check = any_of(&[
    all_of(&[
        property("LaunchTemplateData.IamInstanceProfile.Arn").is_present(),
        when_parameter(
            "IamInstanceProfileArnList",
            &property("LaunchTemplateData.IamInstanceProfile.Arn")
                .is_named_by_parameter("IamInstanceProfileArnList"),
        ),
    ]),
    all_of(&[
        property("LaunchTemplateData.IamInstanceProfile.Name").is_present(),
        when_parameter(
            "IamInstanceProfileArnList",
            &property("LaunchTemplateData.IamInstanceProfile.Name")
                .is_named_by_parameter("IamInstanceProfileArnList"),
        ),
    ]),
]);
