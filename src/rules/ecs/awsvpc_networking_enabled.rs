//! `ecs-awsvpc-networking-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_AWSVPC_NETWORKING_ENABLED",
    name: "ecs-awsvpc-networking-enabled",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::Medium,
    summary: "ECS task definitions should use awsvpc networking.",
    details: "\
In the mode `awsvpc` each task has a network interface and security groups of its own. An absent \
`NetworkMode` means `bridge` on Linux and `default` on Windows. AWS Config looks at the latest active \
revision only.",
    fix: "Set `NetworkMode` to awsvpc.",
    compliant_when: property("NetworkMode").default("bridge").equals("awsvpc"),
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
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    ..Rule::BASE
};
