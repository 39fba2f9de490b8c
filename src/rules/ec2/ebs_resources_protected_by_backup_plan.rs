//! `ebs-resources-protected-by-backup-plan`

use crate::rules::backup::{coverage, protection};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EBS_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
    name: "ebs-resources-protected-by-backup-plan",
    resource_types: &["AWS::EC2::Volume"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    parameters: protection::PARAMETERS,
    summary: "EBS volumes should be covered by an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the volume itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account. Volumes that are not in \
use are not judged: one that nothing in the template attaches stays open.

With `crossRegionList` and `crossAccountList`, a rule of the plan needs copy actions to every place \
listed; with `backupVaultLockCheck`, `minRetentionDays` and `maxRetentionDays`, its vault has to be locked \
within these. A plan or vault outside the template then leaves the verdict open. `resourceTags` and \
`resourceId` choose the resources that are judged: all others are not applicable.",
    fix: "Add the volume to the `Resources` of an `AWS::Backup::BackupSelection`.",
    applies_when: all_of(&[
        function(|resource| protection::is_in_scope(resource, coverage::VOLUME)),
        any_of(&[
            related(&["AWS::EC2::VolumeAttachment"], "VolumeId").exists(),
            related(&["AWS::EC2::Instance"], "Volumes[].VolumeId").exists(),
            undecided("the volume is judged only in use, and nothing in the template attaches it"),
        ]),
    ]),
    compliant_when: function(|resource| coverage::is_protected(resource, coverage::VOLUME)),
    compliant_example: "\
Data:
  Type: AWS::EC2::Volume
  Properties:
    Size: 20
    AvailabilityZone: eu-west-1a
Attachment:
  Type: AWS::EC2::VolumeAttachment
  Properties:
    VolumeId: !Ref Data
    InstanceId: i-0123456789abcdef0
    Device: /dev/sdf
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: 0123abcd-0123-0123-0123-0123456789ab
    BackupSelection:
      SelectionName: selection
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - arn:aws:ec2:*:*:volume/*
",
    noncompliant_example: "\
Data:
  Type: AWS::EC2::Volume
  Properties:
    Size: 20
    AvailabilityZone: eu-west-1a
Attachment:
  Type: AWS::EC2::VolumeAttachment
  Properties:
    VolumeId: !Ref Data
    InstanceId: i-0123456789abcdef0
    Device: /dev/sdf
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: 0123abcd-0123-0123-0123-0123456789ab
    BackupSelection:
      SelectionName: selection
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - arn:aws:dynamodb:*:*:table/*
",
    ..Rule::BASE
};
