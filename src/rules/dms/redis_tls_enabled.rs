//! `dms-redis-tls-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_REDIS_TLS_ENABLED",
    name: "dms-redis-tls-enabled",
    resource_types: &["AWS::DMS::Endpoint"],
    severity: Severity::Medium,
    security_hub: &["DMS.12"],
    summary: "DMS endpoints for Redis should connect with TLS.",
    details: "\
Without TLS, what is moved can be read on the way. An absent `SslSecurityProtocol` means `ssl-encryption`, \
the default of the DMS API.",
    fix: "Set `RedisSettings.SslSecurityProtocol` to `ssl-encryption`.",
    certainty: Certainty::Known,
    applies_when: property("EngineName")
        .ignoring_case()
        .equals("redis")
        .explained("the endpoint is not for Redis"),
    compliant_when: property("RedisSettings.SslSecurityProtocol")
        .default("ssl-encryption")
        .equals("ssl-encryption"),
    compliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: target
    EngineName: redis
    RedisSettings:
      SslSecurityProtocol: ssl-encryption
",
    noncompliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: target
    EngineName: redis
    RedisSettings:
      SslSecurityProtocol: plaintext
",
    ..Rule::BASE
};
