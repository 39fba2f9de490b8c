//! `appsync-graphql-api-xray-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSYNC_GRAPHQL_API_XRAY_ENABLED",
    name: "appsync-graphql-api-xray-enabled",
    resource_types: &["AWS::AppSync::GraphQLApi"],
    severity: Severity::Low,
    summary: "AppSync GraphQL APIs should have X-Ray tracing.",
    details: "\
Without traces nobody can tell which resolver made a request slow or fail. An absent `XrayEnabled` means \
false.",
    fix: "Set `XrayEnabled` to true.",
    certainty: Certainty::Known,
    compliant_when: property("XrayEnabled").default("false").is_true(),
    compliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
    XrayEnabled: true
",
    noncompliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
",
    ..Rule::BASE
};
