//! `fsx-lustre-copy-tags-to-backups`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "FSX_LUSTRE_COPY_TAGS_TO_BACKUPS",
    name: "fsx-lustre-copy-tags-to-backups",
    resource_types: &["AWS::FSx::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    security_hub: &["FSx.2"],
    summary: "FSx for Lustre file systems should copy their tags to backups.",
    details: "\
Access rules and bills go by tags; a backup without them escapes both. An absent `CopyTagsToBackups` means \
false. AWS doesn't say whether scratch file systems, which have no backups, are skipped. Here they are not.",
    fix: "Set `LustreConfiguration.CopyTagsToBackups` to true.",
    applies_when: property("FileSystemType")
        .equals("LUSTRE")
        .explained("the file system is not FSx for Lustre"),
    compliant_when: property("LustreConfiguration.CopyTagsToBackups").default("false").is_true(),
    compliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: LUSTRE
    SubnetIds:
      - subnet-0123456789abcdef0
    LustreConfiguration:
      CopyTagsToBackups: true
",
    noncompliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: LUSTRE
    SubnetIds:
      - subnet-0123456789abcdef0
    LustreConfiguration:
      CopyTagsToBackups: false
",
    ..Rule::BASE
};
