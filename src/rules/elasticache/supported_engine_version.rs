//! `elasticache-supported-engine-version`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTICACHE_SUPPORTED_ENGINE_VERSION",
    name: "elasticache-supported-engine-version",
    resource_types: &["AWS::ElastiCache::CacheCluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "latestMemcachedVersion",
            parameter_type: ParameterType::String,
            required: true,
            default: Some("1.6.0"),
            description: "lowest version of Memcached that is accepted; AWS sets no default, this one is our choice",
        },
        Parameter {
            name: "latestRedisVersion",
            parameter_type: ParameterType::String,
            required: true,
            default: Some("6.0.0"),
            description: "lowest version of Redis that is accepted; AWS sets no default, this one is our choice",
        },
    ],
    summary: "ElastiCache clusters should run a supported engine version.",
    details: "\
Versions that AWS no longer maintains get no security patches. AWS demands both parameters and sets no \
default; the defaults here are our choice: set your own. Versions are compared part by part; one that leaves \
the deciding part to the service (`6.x`), and an absent `EngineVersion`, stay open. Engines other than \
Memcached and Redis are not applicable, which is our reading.

Members of a replication group have the settings of their group and are no resources of the template.",
    fix: "Set `EngineVersion` to a version that AWS still maintains.",
    applies_when: property("Engine")
        .ignoring_case()
        .is_one_of(&["memcached", "redis"])
        .explained("the engine is neither Memcached nor Redis"),
    compliant_when: when(
        &property("Engine").ignoring_case().equals("memcached"),
        &VERSION.version_at_least_parameter("latestMemcachedVersion"),
        &VERSION.version_at_least_parameter("latestRedisVersion"),
    ),
    compliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    EngineVersion: 7.1.0
",
    noncompliant_example: "\
Cache:
  Type: AWS::ElastiCache::CacheCluster
  Properties:
    Engine: redis
    CacheNodeType: cache.t4g.small
    NumCacheNodes: 1
    EngineVersion: 5.0.6
",
    ..Rule::BASE
};

const VERSION: Property =
    property("EngineVersion").unknown_when_absent("EngineVersion is not set, so the service chooses");
