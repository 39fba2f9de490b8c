//! `rds-instance-public-access-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
    name: "rds-instance-public-access-check",
    resource_types: &["AWS::RDS::DBInstance"],
    proactive: true,
    severity: Severity::Critical,
    security_hub: &["RDS.2"],
    summary: "RDS DB instances should not be reachable from the internet.",
    details: "\
A public instance has an address that anyone can try to log in to. Where `PubliclyAccessible` is absent, RDS \
decides by the DB subnet group and by whether the VPC has an internet gateway; AWS's descriptions of how differ. So \
absent leaves the verdict open, except for members of an Aurora cluster, which are private by default. In \
proactive mode AWS Config wants the property written out. Security groups play no part.",
    fix: "Set `PubliclyAccessible` to false.",
    remediation_document: Some("AWSConfigRemediation-DisablePublicAccessToRDSInstance"),
    compliant_when: when(
        &any_of(&[
            property("DBClusterIdentifier").is_present(),
            property("Engine").ignoring_case().starts_with(&["aurora"]),
        ]),
        &property("PubliclyAccessible").default("false").is_false(),
        &property("PubliclyAccessible").unknown_when_absent(DECIDED_BY_RDS).is_false(),
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    PubliclyAccessible: false
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    PubliclyAccessible: true
",
    ..Rule::BASE
};

const DECIDED_BY_RDS: &str =
    "PubliclyAccessible is not set, and its default depends on the VPC and the DB subnet group";
