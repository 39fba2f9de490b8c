//! `ec2-spot-fleet-request-ct-encryption-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_SPOT_FLEET_REQUEST_CT_ENCRYPTION_AT_REST",
    name: "ec2-spot-fleet-request-ct-encryption-at-rest",
    resource_types: &["AWS::EC2::SpotFleet"],
    severity: Severity::Medium,
    security_hub: &["EC2.173"],
    summary: "Spot Fleet requests should encrypt EBS volumes in their launch parameters.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. Every block device mapping with an \
`Ebs` part has to have `Encrypted`; absent counts as not encrypted, which is our reading: AWS's page names \
only false.

A request that uses launch templates is not applicable, and neither is one whose launch specifications name \
no EBS volume; of the latter AWS says nothing.",
    fix: "Set `Encrypted` to true in the `Ebs` part of each block device mapping.",
    applies_when: all_of(&[
        property("SpotFleetRequestConfigData.LaunchTemplateConfigs").is_absent(),
        some_item(
            "SpotFleetRequestConfigData.LaunchSpecifications",
            &some_item("BlockDeviceMappings", &property("Ebs").is_present()),
        ),
    ]),
    compliant_when: each_item(
        "SpotFleetRequestConfigData.LaunchSpecifications",
        &each_item(
            "BlockDeviceMappings",
            &any_of(&[property("Ebs.Encrypted").default("false").is_true(), property("Ebs").is_absent()]),
        ),
    ),
    compliant_example: "\
Fleet:
  Type: AWS::EC2::SpotFleet
  Properties:
    SpotFleetRequestConfigData:
      LaunchSpecifications:
        - ImageId: ami-0123456789abcdef0
          BlockDeviceMappings:
            - DeviceName: /dev/xvda
              Ebs:
                Encrypted: true
",
    noncompliant_example: "\
Fleet:
  Type: AWS::EC2::SpotFleet
  Properties:
    SpotFleetRequestConfigData:
      LaunchSpecifications:
        - ImageId: ami-0123456789abcdef0
          BlockDeviceMappings:
            - DeviceName: /dev/xvda
              Ebs:
                Encrypted: false
",
    ..Rule::BASE
};
