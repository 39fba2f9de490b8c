//! `fsx-windows-audit-log-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "FSX_WINDOWS_AUDIT_LOG_CONFIGURED",
    name: "fsx-windows-audit-log-configured",
    resource_types: &["AWS::FSx::FileSystem"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    summary: "FSx for Windows file systems should audit who accesses files.",
    details: "\
The audit log says who opened, changed or deleted a file. Without `AuditLogConfiguration`, and where a level \
is absent, auditing is off. AWS doesn't say which of `FileAccessAuditLogLevel` and \
`FileShareAccessAuditLogLevel` decides: here both on pass, both off fail, and one of the two stays open.",
    fix: "Set `FileAccessAuditLogLevel` and `FileShareAccessAuditLogLevel` of \
`WindowsConfiguration.AuditLogConfiguration` to `SUCCESS_AND_FAILURE`.",
    certainty: Certainty::Guess,
    applies_when: property("FileSystemType")
        .equals("WINDOWS")
        .explained("the file system is not FSx for Windows File Server"),
    compliant_when: when(
        &all_of(&[FILES.equals("DISABLED"), SHARES.equals("DISABLED")]),
        &never("neither access to files nor to shares is audited"),
        &any_of(&[
            all_of(&[FILES.differs_from("DISABLED"), SHARES.differs_from("DISABLED")]),
            undecided("one of the two audit logs is on, and AWS doesn't say whether that is enough"),
        ]),
    ),
    compliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: WINDOWS
    SubnetIds:
      - subnet-0123456789abcdef0
    WindowsConfiguration:
      ThroughputCapacity: 32
      AuditLogConfiguration:
        FileAccessAuditLogLevel: SUCCESS_AND_FAILURE
        FileShareAccessAuditLogLevel: SUCCESS_AND_FAILURE
",
    noncompliant_example: "\
Share:
  Type: AWS::FSx::FileSystem
  Properties:
    FileSystemType: WINDOWS
    SubnetIds:
      - subnet-0123456789abcdef0
    WindowsConfiguration:
      ThroughputCapacity: 32
",
    ..Rule::BASE
};

const FILES: Property =
    property("WindowsConfiguration.AuditLogConfiguration.FileAccessAuditLogLevel").default("DISABLED");
const SHARES: Property =
    property("WindowsConfiguration.AuditLogConfiguration.FileShareAccessAuditLogLevel").default("DISABLED");
