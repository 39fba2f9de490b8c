//! `ecs-task-definition-nonroot-user`

use super::IS_NOT_ROOT;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_NONROOT_USER",
    name: "ecs-task-definition-nonroot-user",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::Medium,
    summary: "ECS containers should run as a user other than root.",
    details: "\
Root in a container is one hole in the kernel away from root on the machine. Every container has to name a \
`User`, since absent means root. AWS's page names only `root`; 0, and either of them with a group, mean the \
same and fail here, too. AWS Config looks at the latest active revision only.",
    fix: "Set `User` in every container definition to a user other than root.",
    compliant_when: each_item("ContainerDefinitions", &IS_NOT_ROOT),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
        User: '1000'
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
