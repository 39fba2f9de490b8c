//! `ecs-task-definition-windows-user-non-admin`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_WINDOWS_USER_NON_ADMIN",
    name: "ecs-task-definition-windows-user-non-admin",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::Medium,
    security_hub: &["ECS.21"],
    summary: "Windows containers of ECS task definitions should run as non-administrators.",
    details: "\
An administrator in a container is one hole in Windows away from the machine. Every container has to name a \
`User` other than ContainerAdministrator, in any case of letters; absent fails. Task definitions for Linux \
are not applicable. One without `OperatingSystemFamily` is judged by this rule and by its sister for Linux, \
as Security Hub has it. AWS Config looks at the latest active revision only.",
    fix: "Set `User` in every container definition to a user other than ContainerAdministrator.",
    applies_when: property("RuntimePlatform.OperatingSystemFamily").differs_from("LINUX"),
    compliant_when: each_item(
        "ContainerDefinitions",
        &all_of(&[
            property("User").is_present(),
            property("User").ignoring_case().differs_from("ContainerAdministrator"),
        ]),
    ),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    RuntimePlatform:
      OperatingSystemFamily: WINDOWS_SERVER_2022_CORE
    ContainerDefinitions:
      - Name: web
        Image: nginx
        User: ContainerUser
",
    noncompliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    RuntimePlatform:
      OperatingSystemFamily: WINDOWS_SERVER_2022_CORE
    ContainerDefinitions:
      - Name: web
        Image: nginx
        User: ContainerAdministrator
",
    ..Rule::BASE
};
