//! `encrypted-volumes`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ENCRYPTED_VOLUMES",
    name: "encrypted-volumes",
    resource_types: &["AWS::EC2::Volume"],
    severity: Severity::Medium,
    security_hub: &["EC2.3"],
    parameters: &[Parameter {
        name: "kmsId",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "ID or ARN of the KMS key that must be the one used",
    }],
    summary: "Attached EBS volumes should be encrypted.",
    details: "\
A copy of the disk or of a snapshot is worth nothing without the key. An absent `Encrypted` means false, \
although the account may encrypt by default; of a volume from a snapshot it stays open, since it inherits \
the snapshot's encryption. `kmsId` is compared with `KmsKeyId` by ID or ARN; an absent `KmsKeyId` is the \
account's default key, which leaves the verdict open.

A volume that nothing in the template attaches is not applicable.",
    fix: "Set `Encrypted` to true; a volume can't be encrypted later without replacing it.",
    applies_when: ATTACHED.explained("nothing in the template attaches the volume"),
    compliant_when: all_of(&[
        when(
            &property("SnapshotId").is_present(),
            &property("Encrypted")
                .unknown_when_absent("Encrypted is not set and inherited from the snapshot")
                .is_true(),
            &property("Encrypted").default("false").is_true(),
        ),
        when_parameter(
            "kmsId",
            &property("KmsKeyId")
                .unknown_when_absent("KmsKeyId is not set: the account's default key is used")
                .is_named_by_parameter("kmsId"),
        ),
    ]),
    compliant_example: "\
Disk:
  Type: AWS::EC2::Volume
  Properties:
    Size: 20
    AvailabilityZone: eu-west-1a
    Encrypted: true
Attachment:
  Type: AWS::EC2::VolumeAttachment
  Properties:
    VolumeId: !Ref Disk
    InstanceId: i-0123456789abcdef0
    Device: /dev/sdf
",
    noncompliant_example: "\
Disk:
  Type: AWS::EC2::Volume
  Properties:
    Size: 20
    AvailabilityZone: eu-west-1a
Attachment:
  Type: AWS::EC2::VolumeAttachment
  Properties:
    VolumeId: !Ref Disk
    InstanceId: i-0123456789abcdef0
    Device: /dev/sdf
",
    ..Rule::BASE
};

const ATTACHED: Check = any_of(&[
    related(&["AWS::EC2::VolumeAttachment"], "VolumeId").exists(),
    related(&["AWS::EC2::Instance"], "Volumes[].VolumeId").exists(),
]);
