//! `rds-sqlserver-encrypted-in-transit`

use super::{ENGINE, HAS_OWN_GROUP};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_SQLSERVER_ENCRYPTED_IN_TRANSIT",
    name: "rds-sqlserver-encrypted-in-transit",
    resource_types: &["AWS::RDS::DBInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RDS.41"],
    summary: "RDS for SQL Server instances should accept only connections with TLS.",
    details: "\
Without TLS, queries and passwords can be read on the way. The parameter group of the instance has to set \
`rds.force_ssl` to 1. Without a group or parameter it is off. RDS Custom for SQL Server stays open.

A parameter group outside the template stays open. AWS Config also reports instances whose group is not yet \
applied, which a template can't show.",
    fix: "Set `rds.force_ssl` to 1 in an `AWS::RDS::DBParameterGroup` and name it in \
`DBParameterGroupName`.",
    applies_when: when(
        &ENGINE.starts_with(&["custom-sqlserver"]),
        &undecided("AWS does not say whether RDS Custom is meant"),
        &ENGINE.starts_with(&["sqlserver"]).explained("the engine is not SQL Server"),
    ),
    compliant_when: when(
        &HAS_OWN_GROUP,
        &follow(
            "DBParameterGroupName",
            &["AWS::RDS::DBParameterGroup"],
            &property("Parameters.rds.force_ssl")
                .ignoring_case()
                .default("0")
                .is_one_of(&["1", "on", "true"]),
        ),
        &never("the default parameter group accepts connections without TLS"),
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: sqlserver-se
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: sqlserver-se-16.0
    Parameters:
      rds.force_ssl: '1'
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: sqlserver-se
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: sqlserver-se-16.0
    Parameters:
      rds.force_ssl: '0'
",
    ..Rule::BASE
};
