//! `opensearch-data-node-fault-tolerance`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_DATA_NODE_FAULT_TOLERANCE",
    name: "opensearch-data-node-fault-tolerance",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Medium,
    security_hub: &["Opensearch.6"],
    summary: "OpenSearch domains should have three data nodes, spread over zones.",
    details: "\
With fewer nodes, or all in one zone, losing one may cost data or the domain. An absent `InstanceCount` \
means 1, an absent `ZoneAwarenessEnabled` false. Dedicated master, warm and coordinator nodes don't count.",
    fix: "Set `ClusterConfig.InstanceCount` to 3 or more and `ClusterConfig.ZoneAwarenessEnabled` to true.",
    compliant_when: all_of(&[
        property("ClusterConfig.InstanceCount").default("1").at_least(3),
        property("ClusterConfig.ZoneAwarenessEnabled").default("false").is_true(),
    ]),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceCount: 3
      ZoneAwarenessEnabled: true
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      InstanceCount: 2
      ZoneAwarenessEnabled: true
",
    ..Rule::BASE
};
