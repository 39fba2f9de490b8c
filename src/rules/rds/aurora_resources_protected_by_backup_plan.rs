//! `aurora-resources-protected-by-backup-plan`

use crate::rules::backup::{coverage, protection};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AURORA_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
    name: "aurora-resources-protected-by-backup-plan",
    resource_types: &["AWS::RDS::DBCluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: protection::PARAMETERS,
    summary: "Aurora clusters should be covered by an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the cluster itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account.

With `crossRegionList` and `crossAccountList`, a rule of the plan needs copy actions to every place \
listed; with `backupVaultLockCheck`, `minRetentionDays` and `maxRetentionDays`, its vault has to be locked \
within these. A plan or vault outside the template then leaves the verdict open. `resourceTags` and \
`resourceId` choose the resources that are judged: all others are not applicable.",
    fix: "Add the cluster to the `Resources` of an `AWS::Backup::BackupSelection`.",
    applies_when: all_of(&[
        property("Engine")
            .ignoring_case()
            .unknown_when_absent("Engine is not set: it is that of the source of the data")
            .is_one_of(&["aurora", "aurora-mysql", "aurora-postgresql"])
            .explained("the engine is not Aurora"),
        function(|resource| protection::is_in_scope(resource, coverage::DB_CLUSTER)),
    ]),
    compliant_when: function(|resource| coverage::is_protected(resource, coverage::DB_CLUSTER)),
    compliant_example: "\
Data:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
Selection:
  Type: AWS::Backup::BackupSelection
  Properties:
    BackupPlanId: 0123abcd-0123-0123-0123-0123456789ab
    BackupSelection:
      SelectionName: selection
      IamRoleArn: arn:aws:iam::111122223333:role/backup
      Resources:
        - arn:aws:rds:*:*:cluster:*
",
    noncompliant_example: "\
Data:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: aurora-postgresql
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
