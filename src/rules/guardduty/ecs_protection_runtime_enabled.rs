//! `guardduty-ecs-protection-runtime-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GUARDDUTY_ECS_PROTECTION_RUNTIME_ENABLED",
    name: "guardduty-ecs-protection-runtime-enabled",
    resource_types: &["AWS::GuardDuty::Detector"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["GuardDuty.12"],
    summary: "GuardDuty Runtime Monitoring for ECS on Fargate with managed agents should be on.",
    details: "\
Runtime Monitoring sees what happens inside containers of Amazon ECS on Fargate: processes, files, \
connections; it needs an agent, which GuardDuty installs where agent management is on. `Enable` has to be \
true, and `Features` has to list `RUNTIME_MONITORING` with `Status` `ENABLED`, and in its \
`AdditionalConfiguration` `ECS_FARGATE_AGENT_MANAGEMENT` with `Status` `ENABLED`. Runtime Monitoring is what \
GuardDuty leaves off by default, so absent means off.

In an organization AWS Config also looks at the administrator's settings and at the members, which a \
template doesn't show.",
    fix: "Add RUNTIME_MONITORING to `Features` with `Status` ENABLED, and ECS_FARGATE_AGENT_MANAGEMENT to its `AdditionalConfiguration`.",
    compliant_when: all_of(&[
        property("Enable").is_true(),
        additional_is_on!("RUNTIME_MONITORING", "ECS_FARGATE_AGENT_MANAGEMENT")
            .explained("Runtime Monitoring with ECS_FARGATE_AGENT_MANAGEMENT is not on"),
    ]),
    compliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: RUNTIME_MONITORING
        Status: ENABLED
        AdditionalConfiguration:
          - Name: ECS_FARGATE_AGENT_MANAGEMENT
            Status: ENABLED
",
    noncompliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
",
    ..Rule::BASE
};
