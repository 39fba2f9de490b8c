//! `rds-instance-deletion-protection-enabled`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_INSTANCE_DELETION_PROTECTION_ENABLED",
    name: "rds-instance-deletion-protection-enabled",
    resource_types: &["AWS::RDS::DBInstance"],
    severity: Severity::Low,
    security_hub: &["RDS.8"],
    parameters: &[Parameter {
        name: "databaseEngines",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "engines that are judged, for example `mysql,postgres`; without it all are",
    }],
    summary: "RDS DB instances should be protected from deletion.",
    details: "\
With the protection nobody deletes a database with one call, by mistake or on purpose. An absent \
`DeletionProtection` means false. CloudFormation's attribute `DeletionPolicy` is something else and doesn't \
count.

Members of a DB cluster are not applicable: the cluster is what is protected. AWS's newer documentation says \
so for some of them, the older one reported them. Engines that `databaseEngines` doesn't name are read as \
not applicable.",
    fix: "Set `DeletionProtection` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableRDSInstanceDeletionProtection"),
    applies_when: all_of(&[
        property("DBClusterIdentifier").is_absent().explained("the instance belongs to a DB cluster"),
        when_parameter("databaseEngines", &ENGINE.is_one_of_parameter("databaseEngines")),
    ]),
    compliant_when: property("DeletionProtection").default("false").is_true(),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DeletionProtection: true
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
",
    ..Rule::BASE
};
