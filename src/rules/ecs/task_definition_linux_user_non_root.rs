//! `ecs-task-definition-linux-user-non-root`

use super::IS_NOT_ROOT;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_LINUX_USER_NON_ROOT",
    name: "ecs-task-definition-linux-user-non-root",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::Medium,
    security_hub: &["ECS.20"],
    summary: "Linux containers of ECS task definitions should run as non-root users.",
    details: "\
Root in a container is one hole in the kernel away from root on the machine. Every container has to name a \
`User` other than root or 0; with a group (`0:0`, `root:root`) it is root just the same, which is our \
reading. A user of the image's Dockerfile does not count. Task definitions for Windows are not applicable; \
without `OperatingSystemFamily` they are judged. AWS Config looks at the latest active revision only.",
    fix: "Set `User` in every container definition to a user other than root.",
    applies_when: property("RuntimePlatform.OperatingSystemFamily").starts_with_none_of(&["WINDOWS"]),
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
