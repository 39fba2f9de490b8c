//! `appintegrations-application-approved-origins-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPINTEGRATIONS_APPLICATION_APPROVED_ORIGINS_CHECK",
    name: "appintegrations-application-approved-origins-check",
    resource_types: &["AWS::AppIntegrations::Application"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "allowedApprovedOrigins",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "origins that may be approved; none if it is not given",
    }],
    summary: "AppIntegrations applications should not allow extra origins.",
    details: "\
Every approved origin may show pages inside the application. Without the parameter `ApprovedOrigins` has to \
be absent or empty; with it, each entry has to be in the list, letter by letter.",
    fix: "Delete the entries of `ApprovedOrigins` that are not allowed.",
    compliant_when: when(
        &parameter_is_given("allowedApprovedOrigins"),
        &each_item(
            "ApplicationSourceConfig.ExternalUrlConfig.ApprovedOrigins",
            &property("").is_one_of_parameter("allowedApprovedOrigins"),
        ),
        &property("ApplicationSourceConfig.ExternalUrlConfig.ApprovedOrigins").is_absent(),
    ),
    compliant_example: "\
Crm:
  Type: AWS::AppIntegrations::Application
  Properties:
    Name: crm
    Namespace: crm
    Description: Customers
    ApplicationSourceConfig:
      ExternalUrlConfig:
        AccessUrl: https://crm.example.com
",
    noncompliant_example: "\
Crm:
  Type: AWS::AppIntegrations::Application
  Properties:
    Name: crm
    Namespace: crm
    Description: Customers
    ApplicationSourceConfig:
      ExternalUrlConfig:
        AccessUrl: https://crm.example.com
        ApprovedOrigins:
          - https://login.example.com
",
    ..Rule::BASE
};
