//! `api-gw-cache-enabled-and-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GW_CACHE_ENABLED_AND_ENCRYPTED",
    name: "api-gw-cache-enabled-and-encrypted",
    resource_types: &["AWS::ApiGateway::Stage"],
    severity: Severity::Medium,
    summary: "API Gateway stages should have an encrypted cache for all methods.",
    details: "\
What a cache keeps of other people's answers should not lie there in the clear. `CacheClusterEnabled` and, \
in every entry of `MethodSettings`, `CachingEnabled` and `CacheDataEncrypted` have to be true; each is false \
by default. With the cache on and no method settings nothing is encrypted, and AWS's earlier, published \
version of the check passes it nevertheless: here that stays open. A stage that \
`AWS::ApiGateway::Deployment` makes is no resource of the template.",
    fix: "Set `CacheClusterEnabled` to true, and `CachingEnabled` and `CacheDataEncrypted` in `MethodSettings`.",
    remediation_document: Some("AWSConfigRemediation-UpdateAPIGatewayMethodCaching"),
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("CacheClusterEnabled").default("false").is_true(),
        each_item(
            "MethodSettings",
            &all_of(&[
                property("CachingEnabled").default("false").is_true(),
                property("CacheDataEncrypted").default("false").is_true(),
            ]),
        ),
        any_of(&[
            property("MethodSettings").is_present(),
            undecided("how a cache without method settings counts is not documented"),
        ]),
    ]),
    compliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    DeploymentId: d1e2f3
    StageName: production
    CacheClusterEnabled: true
    CacheClusterSize: '0.5'
    MethodSettings:
      - HttpMethod: '*'
        ResourcePath: /*
        CachingEnabled: true
        CacheDataEncrypted: true
",
    noncompliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    DeploymentId: d1e2f3
    StageName: production
    CacheClusterEnabled: true
    CacheClusterSize: '0.5'
    MethodSettings:
      - HttpMethod: '*'
        ResourcePath: /*
        CachingEnabled: true
",
    ..Rule::BASE
};
