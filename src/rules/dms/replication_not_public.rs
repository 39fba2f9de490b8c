//! `dms-replication-not-public`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_REPLICATION_NOT_PUBLIC",
    name: "dms-replication-not-public",
    resource_types: &["AWS::DMS::ReplicationInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Critical,
    security_hub: &["DMS.1"],
    summary: "DMS replication instances should not be reachable from the internet.",
    details: "\
A public replication instance has an address that anyone can try to reach, and it holds the passwords of \
your databases. An absent `PubliclyAccessible` means true: leaving it out makes the instance public.",
    fix: "Set `PubliclyAccessible` to false.",
    compliant_when: property("PubliclyAccessible").default("true").is_false(),
    compliant_example: "\
Mover:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    PubliclyAccessible: false
",
    noncompliant_example: "\
Mover:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    PubliclyAccessible: true
",
    ..Rule::BASE
};
