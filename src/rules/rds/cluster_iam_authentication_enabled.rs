//! `rds-cluster-iam-authentication-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_CLUSTER_IAM_AUTHENTICATION_ENABLED",
    name: "rds-cluster-iam-authentication-enabled",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.12"],
    summary: "RDS clusters should let IAM identities log in.",
    details: "\
Tokens that live for minutes replace passwords that leak. An absent `EnableIAMDatabaseAuthentication` means \
false. AWS documents no exception for any engine, so all are judged.",
    fix: "Set `EnableIAMDatabaseAuthentication` to true.",
    compliant_when: property("EnableIAMDatabaseAuthentication").default("false").is_true(),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    EnableIAMDatabaseAuthentication: true
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    EnableIAMDatabaseAuthentication: false
",
    ..Rule::BASE
};
