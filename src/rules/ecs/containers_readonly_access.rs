//! `ecs-containers-readonly-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_CONTAINERS_READONLY_ACCESS",
    name: "ecs-containers-readonly-access",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::High,
    security_hub: &["ECS.5"],
    summary: "ECS containers should have a read-only root file system.",
    details: "\
Whoever breaks into a container whose file system can't be written to leaves nothing behind. An absent \
`ReadonlyRootFilesystem` means false: AWS's page names only an explicit false, the Security Hub control \
counts absence as well. Windows containers don't know the setting; AWS doesn't say whether they are left \
out, so a Windows task definition that fails stays open. AWS Config looks at the latest active revision \
only.",
    fix: "Set `ReadonlyRootFilesystem` to true in every container definition, and mount a volume where the container writes.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        READ_ONLY,
        all_of(&[
            property("RuntimePlatform.OperatingSystemFamily").starts_with(&["WINDOWS"]),
            undecided("whether Windows containers are left out is not documented"),
        ]),
    ]),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    ContainerDefinitions:
      - Name: web
        Image: nginx
        ReadonlyRootFilesystem: true
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

const READ_ONLY: Check =
    each_item("ContainerDefinitions", &property("ReadonlyRootFilesystem").default("false").is_true());
