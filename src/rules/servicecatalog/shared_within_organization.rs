//! `service-catalog-shared-within-organization`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SERVICE_CATALOG_SHARED_WITHIN_ORGANIZATION",
    name: "service-catalog-shared-within-organization",
    resource_types: &["AWS::ServiceCatalog::Portfolio"],
    severity: Severity::High,
    security_hub: &["ServiceCatalog.1"],
    summary: "Service Catalog portfolios should be shared with the organization, not with single accounts.",
    details: "\
A share with a single account outlives the account's place in the organization. \
`AWS::ServiceCatalog::PortfolioShare` can share with accounts only, so a share that refers to the portfolio \
makes it noncompliant; shares with an organization are made outside CloudFormation.

A portfolio without such a share is compliant as far as the template tells; AWS doesn't say whether AWS \
Config calls it so, or not applicable. The rule is about accounts in which Service Catalog works with AWS \
Organizations: suppress the finding elsewhere.",
    fix: "Delete the `AWS::ServiceCatalog::PortfolioShare` and share the portfolio with the organization or one of its units.",
    certainty: Certainty::Known,
    compliant_when: related(&["AWS::ServiceCatalog::PortfolioShare"], "PortfolioId")
        .each(&never("the portfolio is shared with a single account")),
    compliant_example: "\
Portfolio:
  Type: AWS::ServiceCatalog::Portfolio
  Properties:
    DisplayName: Tools
    ProviderName: Platform
",
    noncompliant_example: "\
Portfolio:
  Type: AWS::ServiceCatalog::Portfolio
  Properties:
    DisplayName: Tools
    ProviderName: Platform
Share:
  Type: AWS::ServiceCatalog::PortfolioShare
  Properties:
    PortfolioId: !Ref Portfolio
    AccountId: '444455556666'
",
    ..Rule::BASE
};
