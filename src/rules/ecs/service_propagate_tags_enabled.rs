//! `ecs-service-propagate-tags-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_SERVICE_PROPAGATE_TAGS_ENABLED",
    name: "ecs-service-propagate-tags-enabled",
    resource_types: &["AWS::ECS::Service"],
    severity: Severity::Low,
    summary: "ECS services should propagate tags to their tasks.",
    details: "\
Tags that don't reach the tasks are missing from the bill and from every search. `PropagateTags` has to be \
SERVICE or TASK_DEFINITION; absent it means NONE.",
    fix: "Set `PropagateTags` to SERVICE or TASK_DEFINITION.",
    compliant_when: property("PropagateTags").default("NONE").is_one_of(&["SERVICE", "TASK_DEFINITION"]),
    compliant_example: "\
Service:
  Type: AWS::ECS::Service
  Properties:
    TaskDefinition: web
    PropagateTags: SERVICE
",
    noncompliant_example: "\
Service:
  Type: AWS::ECS::Service
  Properties:
    TaskDefinition: web
",
    ..Rule::BASE
};
