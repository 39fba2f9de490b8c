//! `ec2-launchtemplate-ebs-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_LAUNCHTEMPLATE_EBS_ENCRYPTED",
    name: "ec2-launchtemplate-ebs-encrypted",
    resource_types: &["AWS::EC2::LaunchTemplate"],
    severity: Severity::Medium,
    summary: "EBS volumes of EC2 launch templates should be encrypted.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. Every block device mapping with an \
`Ebs` part has to have `Encrypted`. An absent `Encrypted` counts as not encrypted: our reading, for a \
snapshot or the account's default may encrypt the volume after all.

A template without such a mapping is not applicable; AWS doesn't say what AWS Config calls it. AWS Config \
reads the template's default version, and an update by CloudFormation adds a version without moving the \
default.",
    fix: "Set `Encrypted` to true in the `Ebs` part of each block device mapping.",
    certainty: Certainty::Known,
    applies_when: HAS_VOLUME.explained("no block device mapping makes an EBS volume"),
    compliant_when: each_item(
        "LaunchTemplateData.BlockDeviceMappings",
        &any_of(&[property("Ebs.Encrypted").default("false").is_true(), property("Ebs").is_absent()]),
    ),
    compliant_example: "\
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 20
            Encrypted: true
",
    noncompliant_example: "\
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties:
    LaunchTemplateData:
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeSize: 20
            Encrypted: false
",
    ..Rule::BASE
};

const HAS_VOLUME: Check = some_item("LaunchTemplateData.BlockDeviceMappings", &property("Ebs").is_present());
