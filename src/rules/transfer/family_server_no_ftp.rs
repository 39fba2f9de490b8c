//! `transfer-family-server-no-ftp`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "TRANSFER_FAMILY_SERVER_NO_FTP",
    name: "transfer-family-server-no-ftp",
    resource_types: &["AWS::Transfer::Server"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["Transfer.2"],
    summary: "Transfer Family servers should not offer plain FTP.",
    details: "\
FTP sends passwords and files in the clear. `Protocols` must not list `FTP`; `SFTP`, `FTPS` and `AS2` are \
fine. Absent means SFTP only.",
    fix: "Take FTP out of `Protocols`; FTPS and SFTP take its place.",
    compliant_when: each_item("Protocols", &property("").differs_from("FTP")),
    compliant_example: "\
Files:
  Type: AWS::Transfer::Server
  Properties:
    Protocols:
      - SFTP
",
    noncompliant_example: "\
Files:
  Type: AWS::Transfer::Server
  Properties:
    Protocols:
      - SFTP
      - FTP
",
    ..Rule::BASE
};
