//! `opensearch-https-required`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "OPENSEARCH_HTTPS_REQUIRED",
    name: "opensearch-https-required",
    resource_types: &["AWS::OpenSearchService::Domain"],
    severity: Severity::Medium,
    security_hub: &["Opensearch.8"],
    parameters: &[Parameter {
        name: "tlsPolicies",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "TLS policies that are accepted; without it all are",
    }],
    summary: "OpenSearch domains should accept only HTTPS.",
    details: "\
Without HTTPS, queries and documents can be read on the way. An absent `EnforceHTTPS` means false. The TLS \
policy is compared only where `tlsPolicies` is given; an absent `TLSSecurityPolicy` means \
`Policy-Min-TLS-1-0-2019-07`, the oldest. Security Hub passes a list of policies with TLS 1.2 or later.",
    fix: "Set `DomainEndpointOptions.EnforceHTTPS` to true and `TLSSecurityPolicy` to \
`Policy-Min-TLS-1-2-PFS-2023-10`.",
    remediation_document: Some("AWSConfigRemediation-EnforceHTTPSOnOpenSearchDomain"),
    compliant_when: all_of(&[
        property("DomainEndpointOptions.EnforceHTTPS").default("false").is_true(),
        when_parameter(
            "tlsPolicies",
            &property("DomainEndpointOptions.TLSSecurityPolicy")
                .default("Policy-Min-TLS-1-0-2019-07")
                .is_one_of_parameter("tlsPolicies"),
        ),
    ]),
    compliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainEndpointOptions:
      EnforceHTTPS: true
      TLSSecurityPolicy: Policy-Min-TLS-1-2-PFS-2023-10
",
    noncompliant_example: "\
Search:
  Type: AWS::OpenSearchService::Domain
  Properties:
    DomainEndpointOptions:
      EnforceHTTPS: false
",
    ..Rule::BASE
};
