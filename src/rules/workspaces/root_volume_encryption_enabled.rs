//! `workspaces-root-volume-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WORKSPACES_ROOT_VOLUME_ENCRYPTION_ENABLED",
    name: "workspaces-root-volume-encryption-enabled",
    resource_types: &["AWS::WorkSpaces::Workspace"],
    severity: Severity::Medium,
    security_hub: &["WorkSpaces.2"],
    summary: "WorkSpaces root volumes should be encrypted.",
    details: "\
The root volume holds the operating system and its page file. Absent means false; `VolumeEncryptionKey` \
alone, which names the key, does nothing.",
    fix: "Set `RootVolumeEncryptionEnabled` to true, and `VolumeEncryptionKey` to a KMS key; a WorkSpace that is there can't be encrypted later.",
    certainty: Certainty::Known,
    compliant_when: property("RootVolumeEncryptionEnabled").default("false").is_true(),
    compliant_example: "\
Desk:
  Type: AWS::WorkSpaces::Workspace
  Properties:
    BundleId: wsb-0123456789
    DirectoryId: d-0123456789
    UserName: anna
    RootVolumeEncryptionEnabled: true
",
    noncompliant_example: "\
Desk:
  Type: AWS::WorkSpaces::Workspace
  Properties:
    BundleId: wsb-0123456789
    DirectoryId: d-0123456789
    UserName: anna
    RootVolumeEncryptionEnabled: false
",
    ..Rule::BASE
};
