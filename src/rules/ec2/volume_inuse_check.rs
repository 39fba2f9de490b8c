//! `ec2-volume-inuse-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_VOLUME_INUSE_CHECK",
    name: "ec2-volume-inuse-check",
    resource_types: &["AWS::EC2::Volume"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "deleteOnTermination",
        parameter_type: ParameterType::Boolean,
        required: false,
        default: None,
        description: "true demands that the volume is deleted with its instance",
    }],
    summary: "EBS volumes should be attached to an instance.",
    details: "\
A volume that nothing uses costs money and keeps data that nobody watches. An `AWS::EC2::VolumeAttachment` \
or the `Volumes` of an instance have to name it. One that is attached from outside the template is reported: \
suppress the finding there.

With `deleteOnTermination` the attachment has to delete the volume together with the instance. \
CloudFormation can't say so of a volume that is a resource of its own, so all of them fail then.",
    fix: "Attach the volume, or delete it.",
    remediation_document: Some("AWSConfigRemediation-DeleteUnusedEBSVolume"),
    compliant_when: all_of(&[
        ATTACHED,
        when(
            &parameter_is_true("deleteOnTermination"),
            &never("the volume is not deleted with its instance"),
            &Check::ALWAYS,
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
",
    ..Rule::BASE
};

const ATTACHED: Check = any_of(&[
    related(&["AWS::EC2::VolumeAttachment"], "VolumeId").exists(),
    related(&["AWS::EC2::Instance"], "Volumes[].VolumeId").exists(),
])
.explained("nothing in the template attaches the volume");
