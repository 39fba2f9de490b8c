//! `opensearch-in-vpc-only`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_IN_VPC_ONLY",
    name: "opensearch-in-vpc-only",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Critical,
    security_hub: &["Opensearch.2"],
    summary: "OpenSearch domains should be in a VPC.",
    details: "\
Outside a VPC a domain has an endpoint that the whole internet can call; only its access policy is in \
between, and that plays no part here. A domain is in a VPC if `VPCOptions.SubnetIds` lists a subnet; absent \
or empty means that it is not.",
    fix: "Set `VPCOptions` with `SubnetIds` and `SecurityGroupIds`; the domain has to be made anew for it.",
    compliant_when: property("VPCOptions.SubnetIds").is_present(),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    VPCOptions:
      SubnetIds:
        - subnet-0123456789abcdef0
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    EngineVersion: OpenSearch_2.17
",
    ..Rule::BASE
};
