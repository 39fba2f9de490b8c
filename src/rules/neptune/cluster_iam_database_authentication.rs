//! `neptune-cluster-iam-database-authentication`

use super::IS_NEPTUNE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NEPTUNE_CLUSTER_IAM_DATABASE_AUTHENTICATION",
    name: "neptune-cluster-iam-database-authentication",
    resource_types: &["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["Neptune.7"],
    summary: "Neptune clusters should let IAM identities log in.",
    details: "\
Without it, whoever reaches the cluster in the network may ask it anything. The property is \
`IamAuthEnabled`, on an RDS cluster `EnableIAMDatabaseAuthentication`; absent means false.

AWS Config records Neptune clusters as RDS clusters with the engine `neptune`, so both types are judged; RDS \
clusters of other engines are not applicable.",
    fix: "Set `IamAuthEnabled` to true.",
    certainty: Certainty::Known,
    applies_when: IS_NEPTUNE,
    compliant_when: when(
        &has_type(&["AWS::Neptune::DBCluster"]),
        &property("IamAuthEnabled").default("false").is_true(),
        &property("EnableIAMDatabaseAuthentication").default("false").is_true(),
    ),
    compliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    IamAuthEnabled: true
",
    noncompliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    IamAuthEnabled: false
",
    ..Rule::BASE
};
