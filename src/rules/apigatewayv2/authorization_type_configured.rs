//! `api-gwv2-authorization-type-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GWV2_AUTHORIZATION_TYPE_CONFIGURED",
    name: "api-gwv2-authorization-type-configured",
    resource_types: &["AWS::ApiGatewayV2::Route"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["APIGateway.8"],
    parameters: &[Parameter {
        name: "authorizationType",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "the one type that routes must have: CUSTOM, AWS_IAM or JWT",
    }],
    summary: "API Gateway V2 routes should require authorization.",
    details: "\
A route without authorization is open to everybody who finds it. `AuthorizationType` has to be CUSTOM, \
AWS_IAM or JWT, or the one in the parameter; absent means NONE. Routes of an imported API are no resources \
of the template. AWS makes no exception for routes of WebSocket APIs that can't carry authorization.",
    fix: "Set `AuthorizationType` to JWT, AWS_IAM or CUSTOM.",
    compliant_when: all_of(&[
        property("AuthorizationType").default("NONE").is_one_of(&["CUSTOM", "AWS_IAM", "JWT"]),
        when_parameter(
            "authorizationType",
            &property("AuthorizationType").default("NONE").equals_parameter("authorizationType"),
        ),
    ]),
    compliant_example: "\
Route:
  Type: AWS::ApiGatewayV2::Route
  Properties:
    ApiId: a1b2c3d4e5
    RouteKey: GET /orders
    AuthorizationType: AWS_IAM
",
    noncompliant_example: "\
Route:
  Type: AWS::ApiGatewayV2::Route
  Properties:
    ApiId: a1b2c3d4e5
    RouteKey: GET /orders
",
    ..Rule::BASE
};
