//! `efs-automatic-backups-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EFS_AUTOMATIC_BACKUPS_ENABLED",
    name: "efs-automatic-backups-enabled",
    resource_types: &["AWS::EFS::FileSystem"],
    severity: Severity::Medium,
    security_hub: &["EFS.7"],
    summary: "EFS file systems should have automatic backups.",
    details: "\
What was deleted or overwritten is gone without a backup. An absent `BackupPolicy` means off for a file \
system that CloudFormation makes, except for One Zone file systems (`AvailabilityZoneName` is set), whose \
backups are on by default.",
    fix: "Set `BackupPolicy.Status` to `ENABLED`.",
    compliant_when: when(
        &property("AvailabilityZoneName").is_present(),
        &property("BackupPolicy.Status").default("ENABLED").equals("ENABLED"),
        &property("BackupPolicy.Status").default("DISABLED").equals("ENABLED"),
    ),
    compliant_example: "\
Files:
  Type: AWS::EFS::FileSystem
  Properties:
    BackupPolicy:
      Status: ENABLED
",
    noncompliant_example: "\
Files:
  Type: AWS::EFS::FileSystem
  Properties:
    BackupPolicy:
      Status: DISABLED
",
    ..Rule::BASE
};
