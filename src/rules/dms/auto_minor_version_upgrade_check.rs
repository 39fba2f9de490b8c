//! `dms-auto-minor-version-upgrade-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_AUTO_MINOR_VERSION_UPGRADE_CHECK",
    name: "dms-auto-minor-version-upgrade-check",
    resource_types: &["AWS::DMS::ReplicationInstance"],
    severity: Severity::Medium,
    security_hub: &["DMS.6"],
    summary: "DMS replication instances should take minor version upgrades by themselves.",
    details: "\
Minor versions bring security patches. An absent `AutoMinorVersionUpgrade` means true, the service's \
default.",
    fix: "Set `AutoMinorVersionUpgrade` to true, or leave it out.",
    compliant_when: property("AutoMinorVersionUpgrade").default("true").is_true(),
    compliant_example: "\
Mover:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    AutoMinorVersionUpgrade: true
",
    noncompliant_example: "\
Mover:
  Type: AWS::DMS::ReplicationInstance
  Properties:
    ReplicationInstanceClass: dms.t3.medium
    AutoMinorVersionUpgrade: false
",
    ..Rule::BASE
};
