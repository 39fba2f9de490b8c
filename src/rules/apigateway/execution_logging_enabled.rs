//! `api-gw-execution-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GW_EXECUTION_LOGGING_ENABLED",
    name: "api-gw-execution-logging-enabled",
    resource_types: &["AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage"],
    severity: Severity::Medium,
    security_hub: &["APIGateway.1"],
    parameters: &[Parameter {
        name: "loggingLevel",
        parameter_type: ParameterType::String,
        required: false,
        default: Some("ERROR,INFO"),
        description: "levels that are allowed: ERROR, INFO or both",
    }],
    summary: "API Gateway stages should have execution logging switched on.",
    details: "\
Without execution logs nobody can tell why a request failed inside the API. Every entry of `MethodSettings` \
of a REST stage, and `DefaultRouteSettings` of a WebSocket stage, has to have one of the levels in \
`loggingLevel`; absent means OFF, and a REST stage without `MethodSettings` fails. The settings of single \
routes are not read.

The logic follows AWS's earlier, published version of the check. HTTP APIs have no execution logs, so their \
stages are not applicable; an API outside the template leaves open which of the two it is. A stage that \
`AWS::ApiGateway::Deployment` makes is no resource of the template.",
    fix: "Set `LoggingLevel` to ERROR or INFO for all methods, or for the default route.",
    certainty: Certainty::Known,
    applies_when: any_of(&[
        follow(
            "ApiId",
            &["AWS::ApiGatewayV2::Api"],
            &property("ProtocolType").differs_from("HTTP").explained("an HTTP API has no execution logs"),
        ),
        IS_REST,
    ]),
    compliant_when: when(
        &IS_REST,
        &all_of(&[
            property("MethodSettings").is_present(),
            each_item(
                "MethodSettings",
                &property("LoggingLevel").default("OFF").is_one_of_parameter("loggingLevel"),
            ),
        ]),
        &property("DefaultRouteSettings.LoggingLevel").default("OFF").is_one_of_parameter("loggingLevel"),
    ),
    compliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    DeploymentId: d1e2f3
    StageName: production
    MethodSettings:
      - HttpMethod: '*'
        ResourcePath: /*
        LoggingLevel: ERROR
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

const IS_REST: Check = has_type(&["AWS::ApiGateway::Stage"]);
