//! `appsync-cache-ct-encryption-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSYNC_CACHE_CT_ENCRYPTION_AT_REST",
    name: "appsync-cache-ct-encryption-at-rest",
    resource_types: &["AWS::AppSync::ApiCache"],
    severity: Severity::Medium,
    summary: "AppSync API caches should be encrypted at rest.",
    details: "\
What a cache keeps of other people's answers should not lie there in the clear. An absent \
`AtRestEncryptionEnabled` means false. AppSync has meanwhile begun to encrypt every cache, and Security Hub \
has retired its control; what AWS Config records since then is not documented.",
    fix: "Set `AtRestEncryptionEnabled` to true.",
    certainty: Certainty::Known,
    compliant_when: property("AtRestEncryptionEnabled").default("false").is_true(),
    compliant_example: "\
Cache:
  Type: AWS::AppSync::ApiCache
  Properties:
    ApiId: a1b2c3
    Type: SMALL
    Ttl: 60
    ApiCachingBehavior: FULL_REQUEST_CACHING
    AtRestEncryptionEnabled: true
",
    noncompliant_example: "\
Cache:
  Type: AWS::AppSync::ApiCache
  Properties:
    ApiId: a1b2c3
    Type: SMALL
    Ttl: 60
    ApiCachingBehavior: FULL_REQUEST_CACHING
",
    ..Rule::BASE
};
