//! `rds-mariadb-instance-encrypted-in-transit`

use super::{ENGINE, HAS_OWN_GROUP};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_MARIADB_INSTANCE_ENCRYPTED_IN_TRANSIT",
    name: "rds-mariadb-instance-encrypted-in-transit",
    resource_types: &["AWS::RDS::DBInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RDS.44"],
    summary: "RDS for MariaDB instances should accept only connections with TLS.",
    details: "\
Without TLS, queries and passwords can be read on the way. The parameter group of the instance has to set \
`require_secure_transport` to 1 or `ON`. Without a group or parameter it is off up to MariaDB 11.4 and on \
from 11.8; without an `EngineVersion` that stays open. Versions before 10.5 don't have it and are not \
applicable.

A parameter group outside the template stays open. AWS Config also reports instances whose group is not yet \
applied, which a template can't show.",
    fix: "Set `require_secure_transport` to 1 in an `AWS::RDS::DBParameterGroup` and name it in \
`DBParameterGroupName`.",
    applies_when: all_of(&[
        ENGINE.equals("mariadb").explained("the engine is not MariaDB"),
        property("EngineVersion")
            .default("11.8")
            .version_at_least("10.5")
            .explained("MariaDB before 10.5 does not have require_secure_transport"),
    ]),
    compliant_when: when(
        &HAS_OWN_GROUP,
        &when(
            &follow(
                "DBParameterGroupName",
                &["AWS::RDS::DBParameterGroup"],
                &property("Parameters.require_secure_transport").ignoring_case().is_present(),
            ),
            &follow(
                "DBParameterGroupName",
                &["AWS::RDS::DBParameterGroup"],
                &property("Parameters.require_secure_transport")
                    .ignoring_case()
                    .is_one_of(&["1", "on", "true"]),
            ),
            &BY_DEFAULT,
        ),
        &BY_DEFAULT,
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mariadb
    EngineVersion: '10.11'
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: mariadb10.11
    Parameters:
      require_secure_transport: '1'
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: mariadb
    EngineVersion: '10.11'
    DBParameterGroupName: !Ref Settings
Settings:
  Type: AWS::RDS::DBParameterGroup
  Properties:
    Description: TLS
    Family: mariadb10.11
    Parameters:
      require_secure_transport: '0'
",
    ..Rule::BASE
};

const BY_DEFAULT: Check = property("EngineVersion")
    .unknown_when_absent(
        "EngineVersion is not set, and the default of require_secure_transport depends on it",
    )
    .version_at_least("11.8")
    .explained("require_secure_transport is off by default before MariaDB 11.8");
