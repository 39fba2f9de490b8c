//! `rds-automatic-minor-version-upgrade-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED",
    name: "rds-automatic-minor-version-upgrade-enabled",
    resource_types: &["AWS::RDS::DBInstance"],
    proactive: true,
    severity: Severity::High,
    security_hub: &["RDS.13"],
    summary: "RDS DB instances should take minor version upgrades by themselves.",
    details: "\
Minor versions bring security patches. An absent `AutoMinorVersionUpgrade` means true, the service's default; in \
proactive mode AWS Config, and AWS's rule for CloudFormation Guard, want the property written out.

In an Aurora cluster upgrades happen only if all instances and the cluster itself allow them: this rule says \
nothing of the cluster. All engines are judged.",
    fix: "Set `AutoMinorVersionUpgrade` to true, or leave it out.",
    remediation_document: Some("AWSConfigRemediation-EnableMinorVersionUpgradeOnRDSDBInstance"),
    compliant_when: property("AutoMinorVersionUpgrade").default("true").is_true(),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    AutoMinorVersionUpgrade: true
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    AutoMinorVersionUpgrade: false
",
    ..Rule::BASE
};
