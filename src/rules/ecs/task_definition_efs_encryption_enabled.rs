//! `ecs-task-definition-efs-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_EFS_ENCRYPTION_ENABLED",
    name: "ecs-task-definition-efs-encryption-enabled",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::Medium,
    security_hub: &["ECS.18"],
    summary: "ECS task definitions should encrypt EFS traffic in transit.",
    details: "\
What travels between a task and its file system can be read on the way. An absent `TransitEncryption` means \
DISABLED. A task definition without an EFS volume is not applicable; AWS doesn't say what AWS Config calls \
it. AWS Config looks at the latest active revision only.",
    fix: "Set `EFSVolumeConfiguration.TransitEncryption` to ENABLED on each EFS volume.",
    applies_when: some_item("Volumes", &property("EFSVolumeConfiguration").is_present())
        .explained("no volume is an EFS volume"),
    compliant_when: each_item(
        "Volumes",
        &any_of(&[
            property("EFSVolumeConfiguration.TransitEncryption").default("DISABLED").equals("ENABLED"),
            property("EFSVolumeConfiguration").is_absent(),
        ]),
    ),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    Volumes:
      - Name: data
        EFSVolumeConfiguration:
          FilesystemId: fs-0123456789abcdef0
          TransitEncryption: ENABLED
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    noncompliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    Volumes:
      - Name: data
        EFSVolumeConfiguration:
          FilesystemId: fs-0123456789abcdef0
    ContainerDefinitions:
      - Name: web
        Image: nginx
",
    ..Rule::BASE
};
