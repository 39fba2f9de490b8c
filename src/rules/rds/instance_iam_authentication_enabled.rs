//! `rds-instance-iam-authentication-enabled`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_INSTANCE_IAM_AUTHENTICATION_ENABLED",
    name: "rds-instance-iam-authentication-enabled",
    resource_types: &["AWS::RDS::DBInstance"],
    severity: Severity::Medium,
    security_hub: &["RDS.10"],
    summary: "RDS DB instances should let IAM identities log in.",
    details: "\
Tokens that live for minutes replace passwords that leak. An absent `EnableIAMDatabaseAuthentication` means \
false. A member of a DB cluster is read by the cluster's property of the same name; a cluster outside the \
template leaves the verdict open.

AWS lists the engines `mysql`, `postgres`, `aurora`, `aurora-mysql` and `aurora-postgresql`. Others are not \
applicable here, MariaDB among them; AWS doesn't say so in words.",
    fix: "Set `EnableIAMDatabaseAuthentication` to true, for members of a DB cluster on the cluster.",
    certainty: Certainty::Known,
    applies_when: ENGINE
        .is_one_of(&["mysql", "postgres", "aurora", "aurora-mysql", "aurora-postgresql"])
        .explained("the rule does not look at this engine"),
    compliant_when: when(
        &property("DBClusterIdentifier").is_present(),
        &follow("DBClusterIdentifier", &["AWS::RDS::DBCluster"], &ENABLED),
        &ENABLED,
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableIAMDatabaseAuthentication: true
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
",
    ..Rule::BASE
};

const ENABLED: Check = property("EnableIAMDatabaseAuthentication").default("false").is_true();
