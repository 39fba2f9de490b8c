//! `rds-multi-az-support`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_MULTI_AZ_SUPPORT",
    name: "rds-multi-az-support",
    resource_types: &["AWS::RDS::DBInstance"],
    proactive: true,
    severity: Severity::Medium,
    security_hub: &["RDS.5"],
    summary: "RDS DB instances should have a standby in another Availability Zone.",
    details: "\
Without a standby the database is gone as long as its Availability Zone is. An absent `MultiAZ` means false.

Instances of Aurora, Neptune and DocumentDB, and members of any DB cluster, are not applicable: their cluster \
spreads them over zones. Read replicas get no exception.",
    fix: "Set `MultiAZ` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableMultiAZOnRDSInstance"),
    applies_when: all_of(&[
        property("Engine")
            .ignoring_case()
            .starts_with_none_of(&["aurora", "neptune", "docdb"])
            .explained("the engine spreads instances over zones in its cluster"),
        property("DBClusterIdentifier").is_absent().explained("the instance belongs to a DB cluster"),
    ]),
    compliant_when: property("MultiAZ").default("false").is_true(),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    MultiAZ: true
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
",
    ..Rule::BASE
};
