//! `ecs-task-definition-network-mode-not-host`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_NETWORK_MODE_NOT_HOST",
    name: "ecs-task-definition-network-mode-not-host",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::Medium,
    security_hub: &["ECS.17"],
    summary: "ECS task definitions should not use the host network.",
    details: "\
In the mode `host` a container shares the machine's network and can reach everything that listens there. An \
absent `NetworkMode` means `bridge` on Linux. AWS Config looks at the latest active revision only.",
    fix: "Set `NetworkMode` to awsvpc.",
    compliant_when: property("NetworkMode").default("bridge").differs_from("host"),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    NetworkMode: awsvpc
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    noncompliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    NetworkMode: host
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    ..Rule::BASE
};
