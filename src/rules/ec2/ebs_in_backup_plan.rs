//! `ebs-in-backup-plan`

use crate::rules::backup::coverage;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EBS_IN_BACKUP_PLAN",
    name: "ebs-in-backup-plan",
    resource_types: &["AWS::EC2::Volume"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    summary: "EBS volumes should be in an AWS Backup plan.",
    details: "\
A backup in another place survives what happens to the volume itself. A selection takes a resource in if \
`Resources` has its ARN or a pattern of it and `Conditions` are met, or if a tag is in `ListOfTags`, and \
`NotResources` doesn't have it. Plans are often made in another stack, so with no selection in the \
template the verdict stays open; with selections, a resource that none takes in fails. Whether AWS Backup \
is switched on for the service is a setting of the account.",
    fix: "Add the volume to the `Resources` of an `AWS::Backup::BackupSelection`.",
    compliant_when: function(|resource| coverage::is_in_plan(resource, coverage::VOLUME)),
    compliant_example: "\
Data:
  Type: AWS::EC2::Volume
  Properties:
    Size: 20
    AvailabilityZone: eu-west-1a
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
