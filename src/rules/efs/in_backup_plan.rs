//! `efs-in-backup-plan`

use crate::rules::backup::coverage;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_IN_BACKUP_PLAN",
    name: "efs-in-backup-plan",
    resource_types: &["AWS::EFS::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["EFS.2"],
    summary: "EFS file systems should be in an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the file system itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account. A file system with automatic \
backups is in a plan that AWS makes: that this counts is our reading. They are on by default only with \
`AvailabilityZoneName`.",
    fix: "Add the file system to the `Resources` of an `AWS::Backup::BackupSelection`.",
    compliant_when: any_of(&[
        AUTOMATIC,
        function(|resource| coverage::is_in_plan(resource, coverage::EFS_FILE_SYSTEM)),
    ]),
    compliant_example: "\
Data:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: 0123abcd-0123-0123-0123-0123456789ab
    BackupSelection:
      SelectionName: selection
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - arn:aws:elasticfilesystem:*:*:file-system/*
",
    noncompliant_example: "\
Data:
  Type: AWS::EFS::FileSystem
  Properties:
    Encrypted: true
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

const AUTOMATIC: Check = any_of(&[
    property("BackupPolicy.Status").is_one_of(&["ENABLED"]),
    all_of(&[
        property("BackupPolicy.Status").is_absent().explained("the backup policy is not ENABLED"),
        property("AvailabilityZoneName")
            .is_present()
            .explained("automatic backups are off by default in Regional file systems"),
    ]),
]);
