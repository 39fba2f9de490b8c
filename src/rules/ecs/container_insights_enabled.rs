//! `ecs-container-insights-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECS_CONTAINER_INSIGHTS_ENABLED",
    name: "ecs-container-insights-enabled",
    resource_types: &["AWS::ECS::Cluster"],
    severity: Severity::Medium,
    security_hub: &["ECS.12"],
    summary: "ECS clusters should have Container Insights enabled.",
    details: "\
Container Insights shows what the tasks of a cluster use, down to the container. `ClusterSettings` has to \
set `containerInsights` to `enabled`; `enhanced` counts as well, which AWS's page doesn't say yet. Without \
the setting the account's default applies, which is off unless somebody changed it.",
    fix: "Add the setting containerInsights with the value enabled to `ClusterSettings`.",
    compliant_when: setting(
        "ClusterSettings",
        "Name",
        "containerInsights",
        &property("Value").default("disabled").is_one_of(&["enabled", "enhanced"]),
    ),
    compliant_example: "\
Cluster:
  Type: AWS::ECS::Cluster
  Properties:
    ClusterSettings:
      - Name: containerInsights
        Value: enabled
",
    noncompliant_example: "\
Cluster:
  Type: AWS::ECS::Cluster
  Properties:
    ClusterName: web
",
    ..Rule::BASE
};
