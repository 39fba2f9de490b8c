//! `ecs-task-definition-pid-mode-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_PID_MODE_CHECK",
    name: "ecs-task-definition-pid-mode-check",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::High,
    security_hub: &["ECS.3"],
    summary: "ECS task definitions should not share the host's process namespace.",
    details: "\
In the host's process namespace a container sees every other process of the machine, and can stop it. An \
absent `PidMode` gives each container its own. AWS Config looks at the latest active revision only.",
    fix: "Drop `PidMode`, or set it to task.",
    compliant_when: property("PidMode").default("task").differs_from("host"),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    noncompliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    PidMode: host
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    ..Rule::BASE
};
