//! `dynamodb-in-backup-plan`

use crate::rules::backup::coverage;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DYNAMODB_IN_BACKUP_PLAN",
    name: "dynamodb-in-backup-plan",
    resource_types: &["AWS::DynamoDB::Table"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    summary: "DynamoDB tables should be in an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the table itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account.",
    fix: "Add the table to the `Resources` of an `AWS::Backup::BackupSelection`.",
    compliant_when: function(|resource| coverage::is_in_plan(resource, coverage::TABLE)),
    compliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
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
    noncompliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
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
