//! `rds-cluster-auto-minor-version-upgrade-enable`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_CLUSTER_AUTO_MINOR_VERSION_UPGRADE_ENABLE",
    name: "rds-cluster-auto-minor-version-upgrade-enable",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Medium,
    security_hub: &["RDS.35"],
    summary: "Multi-AZ DB clusters should take minor version upgrades by themselves.",
    details: "\
Minor versions bring security patches. An absent `AutoMinorVersionUpgrade` means true, the service's \
default.

AWS speaks of Multi-AZ DB clusters, which run the engines `mysql` and `postgres`. Clusters of other engines, \
Aurora among them, are not applicable here; AWS doesn't say so in words.",
    fix: "Set `AutoMinorVersionUpgrade` to true, or leave it out.",
    applies_when: ENGINE.is_one_of(&["mysql", "postgres"]).explained("the cluster is no Multi-AZ DB cluster"),
    compliant_when: property("AutoMinorVersionUpgrade").default("true").is_true(),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: mysql
    DBClusterInstanceClass: db.m6gd.large
    AutoMinorVersionUpgrade: true
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: mysql
    DBClusterInstanceClass: db.m6gd.large
    AutoMinorVersionUpgrade: false
",
    ..Rule::BASE
};
