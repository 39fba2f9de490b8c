//! `api-gwv2-access-logs-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GWV2_ACCESS_LOGS_ENABLED",
    name: "api-gwv2-access-logs-enabled",
    resource_types: &["AWS::ApiGatewayV2::Stage"],
    severity: Severity::Medium,
    security_hub: &["APIGateway.9"],
    summary: "API Gateway V2 stages should write access logs.",
    details: "\
Access logs say who asked for what when something went wrong. `AccessLogSettings` has to be there with a \
`DestinationArn`: without one nothing is logged, which is our reading of AWS's wording.",
    fix: "Set `AccessLogSettings.DestinationArn` to a log group, and a `Format`.",
    compliant_when: property("AccessLogSettings.DestinationArn").is_present(),
    compliant_example: "\
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    ApiId: a1b2c3d4e5
    StageName: $default
    AccessLogSettings:
      DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
      Format: $context.requestId
",
    noncompliant_example: "\
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    ApiId: a1b2c3d4e5
    StageName: $default
",
    ..Rule::BASE
};
