//! `ecs-no-environment-secrets`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_NO_ENVIRONMENT_SECRETS",
    name: "ecs-no-environment-secrets",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::High,
    security_hub: &["ECS.8"],
    parameters: &[Parameter {
        name: "secretKeys",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,ECS_ENGINE_AUTH_DATA"),
        description: "names of variables that are secrets; the default is what Security Hub passes",
    }],
    summary: "ECS task definitions should not pass secrets as plain environment variables.",
    details: "\
Environment variables can be read by everybody who may describe a task definition. No variable of a \
container may have one of the names in `secretKeys`, compared as they stand. `Secrets` and \
`EnvironmentFiles` are not looked at, nor are values. AWS Config looks at the latest active revision only.",
    fix: "Pass the value through `Secrets`, from Secrets Manager or the Parameter Store.",
    compliant_when: each_item(
        "ContainerDefinitions",
        &each_item(
            "Environment",
            &not(&property("Name").is_one_of_parameter("secretKeys"), "the environment variable is a secret"),
        ),
    ),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
        Environment:
          - Name: STAGE
            Value: production
",
    noncompliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
        Environment:
          - Name: AWS_SECRET_ACCESS_KEY
            Value: secret
",
    ..Rule::BASE
};
