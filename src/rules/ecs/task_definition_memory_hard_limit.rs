//! `ecs-task-definition-memory-hard-limit`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_MEMORY_HARD_LIMIT",
    name: "ecs-task-definition-memory-hard-limit",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::Medium,
    summary: "Every ECS container should have a hard memory limit.",
    details: "\
A container without a limit can take all of the machine's memory. Every container has to set `Memory`; \
`MemoryReservation` and the task's own `Memory` do not replace it, so a Fargate task definition with the \
latter alone fails. AWS Config looks at the latest active revision only.",
    fix: "Set `Memory` in every container definition.",
    compliant_when: each_item("ContainerDefinitions", &property("Memory").is_present()),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
        Memory: 512
",
    noncompliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
        MemoryReservation: 512
",
    ..Rule::BASE
};
