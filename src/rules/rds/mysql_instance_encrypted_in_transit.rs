//! `rds-mysql-instance-encrypted-in-transit`

use super::{ENGINE, HAS_OWN_GROUP};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_MYSQL_INSTANCE_ENCRYPTED_IN_TRANSIT",
    name: "rds-mysql-instance-encrypted-in-transit",
    resource_types: &["AWS::RDS::DBInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RDS.39"],
    summary: "RDS for MySQL instances should accept only connections with TLS.",
    details: "\
Without TLS, queries and passwords can be read on the way. The parameter group of the instance has to set \
`require_secure_transport` to 1. Without a group or parameter it is off. Members of DB clusters are not \
applicable.

A parameter group outside the template stays open. AWS Config also reports instances whose group is not yet \
applied, which a template can't show.",
    fix: "Set `require_secure_transport` to 1 in an `AWS::RDS::DBParameterGroup` and name it in \
`DBParameterGroupName`.",
    applies_when: all_of(&[
        ENGINE.equals("mysql").explained("the engine is not RDS for MySQL"),
        property("DBClusterIdentifier").is_absent().explained("the instance belongs to a DB cluster"),
    ]),
    compliant_when: when(
        &HAS_OWN_GROUP,
        &follow(
            "DBParameterGroupName",
            &["AWS::RDS::DBParameterGroup"],
            &property("Parameters.require_secure_transport")
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
    Engine: mysql
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: mysql8.0
    Parameters:
      require_secure_transport: '1'
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mysql
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: mysql8.0
    Parameters:
      require_secure_transport: '0'
",
    ..Rule::BASE
};
