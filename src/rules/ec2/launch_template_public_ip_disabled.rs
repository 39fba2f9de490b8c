//! `ec2-launch-template-public-ip-disabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_LAUNCH_TEMPLATE_PUBLIC_IP_DISABLED",
    name: "ec2-launch-template-public-ip-disabled",
    resource_types: &["AWS::EC2::LaunchTemplate"],
    severity: Severity::High,
    security_hub: &["EC2.25"],
    parameters: &[Parameter {
        name: "exemptedLaunchTemplates",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of launch templates that may give public addresses",
    }],
    summary: "EC2 launch templates should not assign public IP addresses.",
    details: "\
Every instance that starts from such a template is one security group away from the whole internet. Absent \
or false in all entries of `NetworkInterfaces` is fine. A new template has no ID yet, so with \
`exemptedLaunchTemplates` one that fails stays open.

AWS Config reads the template's default version, and an update by CloudFormation adds a version without \
moving the default.",
    fix: "Set `AssociatePublicIpAddress` to false in each of the template's network interfaces.",
    compliant_when: any_of(&[
        NONE_PUBLIC,
        all_of(&[
            parameter_is_given("exemptedLaunchTemplates"),
            undecided("whether the template is exempted shows only after deployment: it has no ID yet"),
        ]),
    ]),
    compliant_example: "\
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: false
",
    noncompliant_example: "\
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      NetworkInterfaces:
        - DeviceIndex: 0
          AssociatePublicIpAddress: true
",
    ..Rule::BASE
};

const NONE_PUBLIC: Check = each_item(
    "LaunchTemplateData.NetworkInterfaces",
    &property("AssociatePublicIpAddress").default("false").is_false(),
);
