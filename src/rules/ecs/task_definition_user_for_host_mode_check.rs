//! `ecs-task-definition-user-for-host-mode-check`

use super::IS_NOT_ROOT;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK",
    name: "ecs-task-definition-user-for-host-mode-check",
    resource_types: &["AWS::ECS::TaskDefinition"],
    severity: Severity::High,
    security_hub: &["ECS.1"],
    parameters: &[Parameter {
        name: "SkipInactiveTaskDefinitions",
        parameter_type: ParameterType::Boolean,
        required: false,
        default: None,
        description: "true leaves inactive revisions out; Security Hub passes true",
    }],
    summary: "Host-mode ECS task definitions should opt in to privilege or run as non-root.",
    details: "\
On the host's network an unprivileged root is more than it looks like. With the network mode `host` every \
container has to either say `Privileged` outright or name a `User` other than root; that each of several \
containers has to is our reading, and that 0 and a group beside root mean root follows AWS's own Guard rule. \
Any other mode complies. AWS Config looks at the latest active revision only. A template's revision is \
active, so `SkipInactiveTaskDefinitions` changes nothing.",
    fix: "Set `User` in every container definition to a user other than root, or use another network mode.",
    compliant_when: any_of(&[
        property("NetworkMode").default("bridge").differs_from("host"),
        each_item("ContainerDefinitions", &any_of(&[NON_ROOT, property("Privileged").is_true()])),
    ]),
    compliant_example: "\
Task:
  Type: AWS::ECS::TaskDefinition
  Properties:
    NetworkMode: host
    ContainerDefinitions:
      - Name: web
        Image: nginx
        User: '1000'
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

const NON_ROOT: Check =
    IS_NOT_ROOT.explained("on the host's network the container runs as root without being privileged");
