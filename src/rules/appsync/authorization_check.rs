//! `appsync-authorization-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSYNC_AUTHORIZATION_CHECK",
    name: "appsync-authorization-check",
    resource_types: &["AWS::AppSync::GraphQLApi"],
    severity: Severity::High,
    security_hub: &["AppSync.5"],
    parameters: &[Parameter {
        name: "AllowedAuthorizationTypes",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("AWS_LAMBDA,AWS_IAM,OPENID_CONNECT,AMAZON_COGNITO_USER_POOLS"),
        description: "allowed types; the default is what Security Hub passes: all but API_KEY",
    }],
    summary: "AppSync GraphQL APIs should use only allowed authorization types.",
    details: "\
An API key is a password that everybody who has the application has. `AuthenticationType` has to be in the \
list, and so has that of every entry of `AdditionalAuthenticationProviders`, which is our reading of AWS's \
page.",
    fix: "Replace API_KEY with another `AuthenticationType`.",
    compliant_when: all_of(&[
        property("AuthenticationType").is_one_of_parameter("AllowedAuthorizationTypes"),
        each_item(
            "AdditionalAuthenticationProviders",
            &property("AuthenticationType").is_one_of_parameter("AllowedAuthorizationTypes"),
        ),
    ]),
    compliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
",
    noncompliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: API_KEY
",
    ..Rule::BASE
};
