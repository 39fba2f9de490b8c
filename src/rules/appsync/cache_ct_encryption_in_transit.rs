//! `appsync-cache-ct-encryption-in-transit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSYNC_CACHE_CT_ENCRYPTION_IN_TRANSIT",
    name: "appsync-cache-ct-encryption-in-transit",
    resource_types: &["AWS::AppSync::ApiCache"],
    severity: Severity::Medium,
    summary: "AppSync API caches should be encrypted in transit.",
    details: "\
What travels between the API and its cache can be read on the way. An absent `TransitEncryptionEnabled` \
means false. AppSync has meanwhile begun to encrypt every cache, and Security Hub has retired its control; \
what AWS Config records since then is not documented.",
    fix: "Set `TransitEncryptionEnabled` to true.",
    certainty: Certainty::Known,
    compliant_when: property("TransitEncryptionEnabled").default("false").is_true(),
    compliant_example: "\
Cache:
  Type: AWS::AppSync::ApiCache
  Properties:
    ApiId: a1b2c3
    Type: SMALL
    Ttl: 60
    ApiCachingBehavior: FULL_REQUEST_CACHING
    TransitEncryptionEnabled: true
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
