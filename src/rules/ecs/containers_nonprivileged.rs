//! `ecs-containers-nonprivileged`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_CONTAINERS_NONPRIVILEGED",
    name: "ecs-containers-nonprivileged",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::High,
    security_hub: &["ECS.4"],
    summary: "ECS containers should not run in privileged mode.",
    details: "\
A privileged container is root on the machine that it runs on. An absent `Privileged` means false. AWS \
Config looks at the latest active revision only.",
    fix: "Set `Privileged` to false in every container definition, or leave it out.",
    compliant_when: each_item("ContainerDefinitions", &property("Privileged").default("false").is_false()),
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
    ContainerDefinitions:
      - Name: web
        Image: nginx
        Privileged: true
",
    ..Rule::BASE
};
