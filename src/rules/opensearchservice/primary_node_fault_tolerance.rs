//! `opensearch-primary-node-fault-tolerance`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_PRIMARY_NODE_FAULT_TOLERANCE",
    name: "opensearch-primary-node-fault-tolerance",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Low,
    security_hub: &["Opensearch.11"],
    summary: "OpenSearch domains should have three dedicated primary nodes.",
    details: "\
Two primary nodes have no majority when one is lost, and then the domain stops. An absent \
`DedicatedMasterEnabled` means false, and no primary node is dedicated. Domains of type \
`AWS::Elasticsearch::Domain` are not judged.",
    fix: "Set `ClusterConfig.DedicatedMasterEnabled` to true and `ClusterConfig.DedicatedMasterCount` to \
3.",
    compliant_when: all_of(&[
        property("ClusterConfig.DedicatedMasterCount").default("0").at_least(3),
        property("ClusterConfig.DedicatedMasterEnabled").default("false").is_true(),
    ]),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      DedicatedMasterCount: 3
      DedicatedMasterEnabled: true
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    ClusterConfig:
      DedicatedMasterCount: 2
      DedicatedMasterEnabled: true
",
    ..Rule::BASE
};
