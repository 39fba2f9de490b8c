//! `neptune-cluster-copy-tags-to-snapshot-enabled`

use super::IS_NEPTUNE;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NEPTUNE_CLUSTER_COPY_TAGS_TO_SNAPSHOT_ENABLED",
    name: "neptune-cluster-copy-tags-to-snapshot-enabled",
    resource_types: &["AWS::Neptune::DBCluster", "AWS::RDS::DBCluster"],
    severity: Severity::Low,
    security_hub: &["Neptune.8"],
    summary: "Neptune clusters should copy their tags to snapshots.",
    details: "\
Access rules and bills go by tags; a snapshot without them escapes both. An absent `CopyTagsToSnapshot` \
means false.

AWS Config records Neptune clusters as RDS clusters with the engine `neptune`, so both types are judged; RDS \
clusters of other engines are not applicable.",
    fix: "Set `CopyTagsToSnapshot` to true.",
    applies_when: IS_NEPTUNE,
    compliant_when: property("CopyTagsToSnapshot").default("false").is_true(),
    compliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    CopyTagsToSnapshot: true
",
    noncompliant_example: "\
Graph:
  Type: AWS::Neptune::DBCluster
  Properties:
    CopyTagsToSnapshot: false
",
    ..Rule::BASE
};
