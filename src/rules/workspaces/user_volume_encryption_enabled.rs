//! `workspaces-user-volume-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WORKSPACES_USER_VOLUME_ENCRYPTION_ENABLED",
    name: "workspaces-user-volume-encryption-enabled",
    resource_types: &["AWS::WorkSpaces::Workspace"],
    severity: Severity::Medium,
    security_hub: &["WorkSpaces.1"],
    summary: "WorkSpaces user volumes should be encrypted.",
    details: "\
The user volume holds what people save. Absent means false; `VolumeEncryptionKey` alone, which names the \
key, does nothing.",
    fix: "Set `UserVolumeEncryptionEnabled` to true, and `VolumeEncryptionKey` to a KMS key; a WorkSpace that is there can't be encrypted later.",
    certainty: Certainty::Known,
    compliant_when: property("UserVolumeEncryptionEnabled").default("false").is_true(),
    compliant_example: "\
Desk:
  Type: AWS::WorkSpaces::Workspace
  Properties:
    BundleId: wsb-0123456789
    DirectoryId: d-0123456789
    UserName: anna
    UserVolumeEncryptionEnabled: true
",
    noncompliant_example: "\
Desk:
  Type: AWS::WorkSpaces::Workspace
  Properties:
    BundleId: wsb-0123456789
    DirectoryId: d-0123456789
    UserName: anna
    UserVolumeEncryptionEnabled: false
",
    ..Rule::BASE
};
