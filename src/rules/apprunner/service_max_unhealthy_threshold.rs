//! `apprunner-service-max-unhealthy-threshold`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPRUNNER_SERVICE_MAX_UNHEALTHY_THRESHOLD",
    name: "apprunner-service-max-unhealthy-threshold",
    resource_types: &["AWS::AppRunner::Service"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "maxUnhealthyThreshold",
        parameter_type: ParameterType::Int,
        required: true,
        default: None,
        description: "highest threshold that is accepted, 1 to 20",
    }],
    summary: "App Runner services should not exceed the allowed unhealthy threshold.",
    details: "\
The threshold is how many health checks have to fail before an instance counts as unhealthy: the higher, the \
longer it serves errors. `HealthCheckConfiguration.UnhealthyThreshold` must not be above the parameter; \
absent means 5.",
    fix: "Set `HealthCheckConfiguration.UnhealthyThreshold` to at most what the rule allows.",
    compliant_when: property("HealthCheckConfiguration.UnhealthyThreshold")
        .default("5")
        .at_most_parameter("maxUnhealthyThreshold"),
    compliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    SourceConfiguration:
      ImageRepository:
        ImageIdentifier: public.ecr.aws/example/web:1
        ImageRepositoryType: ECR_PUBLIC
    HealthCheckConfiguration:
      UnhealthyThreshold: 3
",
    noncompliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    SourceConfiguration:
      ImageRepository:
        ImageIdentifier: public.ecr.aws/example/web:1
        ImageRepositoryType: ECR_PUBLIC
    HealthCheckConfiguration:
      UnhealthyThreshold: 10
",
    example_parameters: &[("maxUnhealthyThreshold", "4")],
    ..Rule::BASE
};
