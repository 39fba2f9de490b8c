//! `appsync-cache-encryption-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSYNC_CACHE_ENCRYPTION_AT_REST",
    name: "appsync-cache-encryption-at-rest",
    resource_types: &["AWS::AppSync::GraphQLApi"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    summary: "AppSync GraphQL API caches should be encrypted at rest.",
    details: "\
What a cache keeps of other people's answers should not lie there in the clear. The API's \
`AWS::AppSync::ApiCache` has to have `AtRestEncryptionEnabled`, which is false by default. An API without a \
cache in the template is not applicable; AWS doesn't say what AWS Config calls it. AppSync has meanwhile \
begun to encrypt every cache; what AWS Config records since then is not documented.",
    fix: "Set `AtRestEncryptionEnabled` to true on the API's cache.",
    certainty: Certainty::Known,
    applies_when: related(&["AWS::AppSync::ApiCache"], "ApiId").exists(),
    compliant_when: related(&["AWS::AppSync::ApiCache"], "ApiId")
        .each(&property("AtRestEncryptionEnabled").default("false").is_true()),
    compliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
Cache:
  Type: AWS::AppSync::ApiCache
  Properties:
    ApiId: !GetAtt Api.ApiId
    AtRestEncryptionEnabled: true
",
    noncompliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
Cache:
  Type: AWS::AppSync::ApiCache
  Properties:
    ApiId: !GetAtt Api.ApiId
",
    ..Rule::BASE
};
