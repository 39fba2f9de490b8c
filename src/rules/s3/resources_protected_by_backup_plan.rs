//! `s3-resources-protected-by-backup-plan`

use crate::rules::backup::{coverage, protection};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
    name: "s3-resources-protected-by-backup-plan",
    resource_types: &["AWS::S3::Bucket"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: protection::PARAMETERS,
    summary: "S3 buckets should be covered by an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the bucket itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account.

With `crossRegionList` and `crossAccountList`, a rule of the plan needs copy actions to every place \
listed; with `backupVaultLockCheck`, `minRetentionDays` and `maxRetentionDays`, its vault has to be locked \
within these. A plan or vault outside the template then leaves the verdict open. `resourceTags` and \
`resourceId` choose the resources that are judged: all others are not applicable.",
    fix: "Add the bucket to the `Resources` of an `AWS::Backup::BackupSelection`.",
    applies_when: function(|resource| protection::is_in_scope(resource, coverage::BUCKET)),
    compliant_when: function(|resource| coverage::is_protected(resource, coverage::BUCKET)),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: 0123abcd-0123-0123-0123-0123456789ab
    BackupSelection:
      SelectionName: selection
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - arn:aws:s3:::*
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: 0123abcd-0123-0123-0123-0123456789ab
    BackupSelection:
      SelectionName: selection
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - arn:aws:rds:*:*:db:*
",
    ..Rule::BASE
};
