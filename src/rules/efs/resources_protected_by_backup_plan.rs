//! `efs-resources-protected-by-backup-plan`

use crate::rules::backup::{coverage, protection};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
    name: "efs-resources-protected-by-backup-plan",
    resource_types: &["AWS::EFS::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: protection::PARAMETERS,
    summary: "EFS file systems should be covered by an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the file system itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account. A file system with automatic \
backups is in a plan that AWS makes: that this counts is our reading. They are on by default only with \
`AvailabilityZoneName`.

With `crossRegionList` and `crossAccountList`, a rule of the plan needs copy actions to every place \
listed; with `backupVaultLockCheck`, `minRetentionDays` and `maxRetentionDays`, its vault has to be locked \
within these. A plan or vault outside the template then leaves the verdict open. `resourceTags` and \
`resourceId` choose the resources that are judged: all others are not applicable.",
    fix: "Add the file system to the `Resources` of an `AWS::Backup::BackupSelection`.",
    applies_when: function(|resource| protection::is_in_scope(resource, coverage::EFS_FILE_SYSTEM)),
    compliant_when: any_of(&[all_of(&[not(&EXTENDED, "the plan that AWS makes has no copies and no locked vault"), AUTOMATIC]), function(|resource| coverage::is_protected(resource, coverage::EFS_FILE_SYSTEM))]),
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
/// The parameters ask for more than a plan.
const EXTENDED: Check = any_of(&[
    parameter_is_given("crossRegionList"),
    parameter_is_given("crossAccountList"),
    parameter_is_given("minRetentionDays"),
    parameter_is_given("maxRetentionDays"),
    parameter_is_true("backupVaultLockCheck"),
]);
