//! `codebuild-report-group-encrypted-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEBUILD_REPORT_GROUP_ENCRYPTED_AT_REST",
    name: "codebuild-report-group-encrypted-at-rest",
    resource_types: &["AWS::CodeBuild::ReportGroup"],
    severity: Severity::Medium,
    security_hub: &["CodeBuild.7"],
    summary: "CodeBuild report groups should export encrypted data.",
    details: "\
Test reports tell much of a system to whoever reads them. `ExportConfig.S3Destination.EncryptionDisabled` \
must not be true; absent means false.

A report group that exports nothing (`NO_EXPORT`) is not applicable: our reading, AWS Config may call it \
compliant.",
    fix: "Set `ExportConfig.S3Destination.EncryptionDisabled` to false, or leave it out.",
    applies_when: property("ExportConfig.ExportConfigType").differs_from("NO_EXPORT"),
    compliant_when: property("ExportConfig.S3Destination.EncryptionDisabled").default("false").is_false(),
    compliant_example: "\
Reports:
  Type: AWS::CodeBuild::ReportGroup
  Properties:
    Type: TEST
    ExportConfig:
      ExportConfigType: S3
      S3Destination:
        Bucket: reports-111122223333
",
    noncompliant_example: "\
Reports:
  Type: AWS::CodeBuild::ReportGroup
  Properties:
    Type: TEST
    ExportConfig:
      ExportConfigType: S3
      S3Destination:
        Bucket: reports-111122223333
        EncryptionDisabled: true
",
    ..Rule::BASE
};
