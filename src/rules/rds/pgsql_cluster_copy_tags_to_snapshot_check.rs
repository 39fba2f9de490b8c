//! `rds-pgsql-cluster-copy-tags-to-snapshot-check`

use super::ENGINE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_PGSQL_CLUSTER_COPY_TAGS_TO_SNAPSHOT_CHECK",
    name: "rds-pgsql-cluster-copy-tags-to-snapshot-check",
    resource_types: &["AWS::RDS::DBCluster"],
    severity: Severity::Low,
    security_hub: &["RDS.47"],
    summary: "RDS for PostgreSQL clusters should copy their tags to snapshots.",
    details: "\
Access rules and bills go by tags; a snapshot without them escapes both. An absent `CopyTagsToSnapshot` \
means false.

AWS's page speaks of RDS for PostgreSQL clusters. We take that for the engine `postgres`, so Aurora clusters \
are not applicable.",
    fix: "Set `CopyTagsToSnapshot` to true.",
    applies_when: ENGINE.equals("postgres").explained("the engine is not RDS for PostgreSQL"),
    compliant_when: property("CopyTagsToSnapshot").default("false").is_true(),
    compliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: postgres
    CopyTagsToSnapshot: true
",
    noncompliant_example: "\
Cluster:
  Type: AWS::RDS::DBCluster
  Properties:
    Engine: postgres
    CopyTagsToSnapshot: false
",
    ..Rule::BASE
};
