//! `rds-postgres-instance-encrypted-in-transit`

use super::{ENGINE, HAS_OWN_GROUP};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_POSTGRES_INSTANCE_ENCRYPTED_IN_TRANSIT",
    name: "rds-postgres-instance-encrypted-in-transit",
    resource_types: &["AWS::RDS::DBInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RDS.38"],
    summary: "RDS for PostgreSQL instances should accept only connections with TLS.",
    details: "\
Without TLS, queries and passwords can be read on the way. The parameter group of the instance has to set \
`rds.force_ssl` to 1. Without a group or parameter it is on from major version 15, and off before; an absent \
`EngineVersion` means a current version. Members of DB clusters are not applicable.

A parameter group outside the template stays open. AWS Config also reports instances whose group is not yet \
applied, which a template can't show.",
    fix: "Set `rds.force_ssl` to 1 in an `AWS::RDS::DBParameterGroup` and name it in \
`DBParameterGroupName`.",
    applies_when: all_of(&[
        ENGINE.equals("postgres").explained("the engine is not RDS for PostgreSQL"),
        property("DBClusterIdentifier").is_absent().explained("the instance belongs to a DB cluster"),
    ]),
    compliant_when: when(
        &HAS_OWN_GROUP,
        &when(
            &follow(
                "DBParameterGroupName",
                &["AWS::RDS::DBParameterGroup"],
                &property("Parameters.rds.force_ssl").ignoring_case().is_present(),
            ),
            &follow(
                "DBParameterGroupName",
                &["AWS::RDS::DBParameterGroup"],
                &property("Parameters.rds.force_ssl").ignoring_case().is_one_of(&["1", "on", "true"]),
            ),
            &BY_DEFAULT,
        ),
        &BY_DEFAULT,
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: postgres17
    Parameters:
      rds.force_ssl: '1'
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: postgres17
    Parameters:
      rds.force_ssl: '0'
",
    ..Rule::BASE
};

const BY_DEFAULT: Check = property("EngineVersion")
    .default("17")
    .version_at_least("15")
    .explained("the default of rds.force_ssl is 0 before version 15");
