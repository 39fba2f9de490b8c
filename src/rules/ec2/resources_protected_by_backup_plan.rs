//! `ec2-resources-protected-by-backup-plan`

use crate::rules::backup::{coverage, protection};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EC2_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
    name: "ec2-resources-protected-by-backup-plan",
    resource_types: &["AWS::EC2::Instance"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    parameters: protection::PARAMETERS,
    summary: "EC2 instances should be covered by an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the instance itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account. Instances that are switched \
off are not judged, which a template can't show.

With `crossRegionList` and `crossAccountList`, a rule of the plan needs copy actions to every place \
listed; with `backupVaultLockCheck`, `minRetentionDays` and `maxRetentionDays`, its vault has to be locked \
within these. A plan or vault outside the template then leaves the verdict open. `resourceTags` and \
`resourceId` choose the resources that are judged: all others are not applicable.",
    fix: "Add the instance to the `Resources` of an `AWS::Backup::BackupSelection`.",
    applies_when: function(|resource| protection::is_in_scope(resource, coverage::INSTANCE)),
    compliant_when: function(|resource| coverage::is_protected(resource, coverage::INSTANCE)),
    compliant_example: "\
Data:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: 0123abcd-0123-0123-0123-0123456789ab
    BackupSelection:
      SelectionName: selection
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - arn:aws:ec2:*:*:instance/*
",
    noncompliant_example: "\
Data:
  Type: AWS::EC2::Instance
  Properties:
    ImageId: ami-0123456789abcdef0
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
