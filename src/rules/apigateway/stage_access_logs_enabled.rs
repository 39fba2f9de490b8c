//! `apigateway-stage-access-logs-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APIGATEWAY_STAGE_ACCESS_LOGS_ENABLED",
    name: "apigateway-stage-access-logs-enabled",
    resource_types: &["AWS::ApiGateway::Stage"],
    severity: Severity::Medium,
    summary: "API Gateway REST stages should write access logs.",
    details: "\
Access logs say who asked for what when something went wrong. `AccessLogSetting` has to be there with a \
`DestinationArn`: without one nothing is logged. A stage that `AWS::ApiGateway::Deployment` makes is no \
resource of the template.",
    fix: "Set `AccessLogSetting.DestinationArn` to a log group or delivery stream, and a `Format`.",
    compliant_when: property("AccessLogSetting.DestinationArn").is_present(),
    compliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    DeploymentId: d1e2f3
    StageName: production
    AccessLogSetting:
      DestinationArn: arn:aws:logs:eu-west-1:111122223333:log-group:api
      Format: $context.requestId
",
    noncompliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    DeploymentId: d1e2f3
    StageName: production
",
    ..Rule::BASE
};
