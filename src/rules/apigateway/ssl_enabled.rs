//! `api-gw-ssl-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "API_GW_SSL_ENABLED",
    name: "api-gw-ssl-enabled",
    resource_types: &["AWS::ApiGateway::Stage"],
    severity: Severity::Medium,
    security_hub: &["APIGateway.2"],
    parameters: &[Parameter {
        name: "CertificateIDs",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "IDs of the client certificates that are allowed",
    }],
    summary: "REST API stages should use a client certificate towards the backend.",
    details: "\
With a client certificate the backend can tell that a request comes from API Gateway. `ClientCertificateId` \
has to be there; with `CertificateIDs` it has to be one of them, and a certificate of the same template has \
no ID yet.",
    fix: "Set `ClientCertificateId` to an `AWS::ApiGateway::ClientCertificate`, and let the backend demand it.",
    compliant_when: all_of(&[
        property("ClientCertificateId").is_present(),
        when_parameter(
            "CertificateIDs",
            &property("ClientCertificateId").is_one_of_parameter("CertificateIDs"),
        ),
    ]),
    compliant_example: "\
Stage:
  Type: AWS::ApiGateway::Stage
  Properties:
    RestApiId: a1b2c3d4e5
    DeploymentId: d1e2f3
    StageName: production
    ClientCertificateId: a1b2c3
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
