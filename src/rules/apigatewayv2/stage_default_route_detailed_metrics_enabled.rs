//! `api-gwv2-stage-default-route-detailed-metrics-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GWV2_STAGE_DEFAULT_ROUTE_DETAILED_METRICS_ENABLED",
    name: "api-gwv2-stage-default-route-detailed-metrics-enabled",
    resource_types: &["AWS::ApiGatewayV2::Stage"],
    severity: Severity::Low,
    summary: "API Gateway V2 stages should have detailed metrics for the default route.",
    details: "\
Metrics of single routes show which of them is slow or failing. An absent `DetailedMetricsEnabled` means \
false; the settings of single routes don't count.",
    fix: "Set `DefaultRouteSettings.DetailedMetricsEnabled` to true.",
    compliant_when: property("DefaultRouteSettings.DetailedMetricsEnabled").default("false").is_true(),
    compliant_example: "\
Stage:
  Type: AWS::ApiGatewayV2::Stage
  Properties:
    ApiId: a1b2c3d4e5
    StageName: $default
    DefaultRouteSettings:
      DetailedMetricsEnabled: true
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
