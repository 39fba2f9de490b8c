//! `ecs-task-definition-log-configuration`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_LOG_CONFIGURATION",
    name: "ecs-task-definition-log-configuration",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::High,
    security_hub: &["ECS.9"],
    summary: "Every ECS container should have a log configuration.",
    details: "\
A container without a log driver takes what it had to say with it. Every container has to have a \
`LogConfiguration`; the driver does not matter. AWS Config looks at the latest active revision only.",
    fix: "Add a `LogConfiguration` to every container definition.",
    compliant_when: each_item("ContainerDefinitions", &property("LogConfiguration").is_present()),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
        LogConfiguration:
          LogDriver: awslogs
",
    noncompliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    ..Rule::BASE
};
