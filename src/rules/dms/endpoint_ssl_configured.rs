//! `dms-endpoint-ssl-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_ENDPOINT_SSL_CONFIGURED",
    name: "dms-endpoint-ssl-configured",
    resource_types: &["AWS::DMS::Endpoint"],
    severity: Severity::Medium,
    security_hub: &["DMS.9"],
    summary: "DMS endpoints should connect with TLS.",
    details: "\
Without TLS, rows can be read on the way. `require`, `verify-ca` and `verify-full` pass; an absent `SslMode` \
means `none`. Engines that don't know `SslMode` (Amazon S3, DynamoDB, Kinesis, Kafka, OpenSearch, Redis, \
Neptune and others) stay open: AWS doesn't say whether the rule reports them.",
    fix: "Set `SslMode` to `verify-full`, or at least to `require`.",
    certainty: Certainty::Known,
    compliant_when: when(
        &property("EngineName").ignoring_case().is_one_of(&[
            "mysql",
            "oracle",
            "postgres",
            "mariadb",
            "aurora",
            "aurora-postgresql",
            "redshift",
            "redshift-serverless",
            "db2",
            "db2-zos",
            "azuredb",
            "sybase",
            "mongodb",
            "docdb",
            "sqlserver",
            "babelfish",
        ]),
        &property("SslMode").default("none").is_one_of(SAFE),
        &any_of(&[
            property("SslMode").is_one_of(SAFE),
            undecided("the engine has no SslMode, and AWS doesn't say whether the rule reports it"),
        ]),
    ),
    compliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: source
    EngineName: postgres
    SslMode: verify-full
",
    noncompliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: source
    EngineName: postgres
",
    ..Rule::BASE
};

const SAFE: &[&str] = &["require", "verify-ca", "verify-full"];
