//! `api-gw-endpoint-type-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GW_ENDPOINT_TYPE_CHECK",
    name: "api-gw-endpoint-type-check",
    resource_types: &["AWS::ApiGateway::RestApi"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "endpointConfigurationTypes",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "allowed endpoint types among REGIONAL, PRIVATE and EDGE",
    }],
    summary: "REST APIs should use one of the allowed endpoint types.",
    details: "\
Whether an API faces the internet is decided by its endpoint type. The entries of \
`EndpointConfiguration.Types` (normally one) have to be among the parameter's; absent means EDGE. An API \
that is imported with `endpointConfigurationTypes` in its `Parameters` is not looked into. AWS demands the \
parameter and has no default for it.",
    fix: "Set `EndpointConfiguration.Types` to an allowed type.",
    compliant_when: when(
        &property("EndpointConfiguration.Types").is_present(),
        &each_item(
            "EndpointConfiguration.Types",
            &property("").is_one_of_parameter("endpointConfigurationTypes"),
        ),
        &property("EndpointConfiguration.Types")
            .default("EDGE")
            .is_one_of_parameter("endpointConfigurationTypes"),
    ),
    compliant_example: "\
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Name: web
    EndpointConfiguration:
      Types:
        - REGIONAL
",
    noncompliant_example: "\
Api:
  Type: AWS::ApiGateway::RestApi
  Properties:
    Name: web
",
    example_parameters: &[("endpointConfigurationTypes", "REGIONAL, PRIVATE")],
    ..Rule::BASE
};
