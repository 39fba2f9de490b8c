//! `ec2-no-amazon-key-pair`

use super::launch_template::{HAS_TEMPLATE, launch_template};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_NO_AMAZON_KEY_PAIR",
    name: "ec2-no-amazon-key-pair",
    resource_types: &["AWS::EC2::Instance"],
    severity: Severity::Medium,
    summary: "EC2 instances should not be launched with an EC2 key pair.",
    details: "\
A key pair is a password that never expires and that nobody knows who holds. `KeyName` of the instance \
counts, and that of its launch template if the instance has none. A launch template outside the template \
leaves the verdict open; of one inside it, the data written there counts, whatever `Version` says.",
    fix: "Drop `KeyName` and reach the instance through Session Manager or EC2 Instance Connect.",
    compliant_when: all_of(&[
        property("KeyName").is_absent(),
        when(
            &HAS_TEMPLATE,
            &launch_template(&property("LaunchTemplateData.KeyName").is_absent()),
            &Check::ALWAYS,
        ),
    ]),
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
    ImageId: ami-0123456789abcdef0
    KeyName: admin
",
    ..Rule::BASE
};
