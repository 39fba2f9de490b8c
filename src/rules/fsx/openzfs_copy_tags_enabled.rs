//! `fsx-openzfs-copy-tags-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "FSX_OPENZFS_COPY_TAGS_ENABLED",
    name: "fsx-openzfs-copy-tags-enabled",
    resource_types: &["AWS::FSx::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    security_hub: &["FSx.1"],
    summary: "FSx for OpenZFS file systems should copy their tags to backups and volumes.",
    details: "\
Access rules and bills go by tags; a backup or volume without them escapes both. Each of the two switches is \
off when it is absent.",
    fix: "Set `CopyTagsToBackups` and `CopyTagsToVolumes` of `OpenZFSConfiguration` to true.",
    applies_when: property("FileSystemType")
        .equals("OPENZFS")
        .explained("the file system is not FSx for OpenZFS"),
    compliant_when: all_of(&[
        property("OpenZFSConfiguration.CopyTagsToBackups").default("false").is_true(),
        property("OpenZFSConfiguration.CopyTagsToVolumes").default("false").is_true(),
    ]),
    compliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: OPENZFS
    SubnetIds:
      - subnet-0123456789abcdef0
    OpenZFSConfiguration:
      DeploymentType: MULTI_AZ_1
      CopyTagsToBackups: true
      CopyTagsToVolumes: true
",
    noncompliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: OPENZFS
    SubnetIds:
      - subnet-0123456789abcdef0
    OpenZFSConfiguration:
      DeploymentType: MULTI_AZ_1
      CopyTagsToBackups: true
",
    ..Rule::BASE
};
