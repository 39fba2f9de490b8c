//! `guardduty-eks-protection-runtime-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GUARDDUTY_EKS_PROTECTION_RUNTIME_ENABLED",
    name: "guardduty-eks-protection-runtime-enabled",
    resource_types: &["AWS::GuardDuty::Detector"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["GuardDuty.7"],
    summary: "GuardDuty EKS Runtime Monitoring with managed agents should be on.",
    details: "\
Runtime Monitoring sees what happens inside containers of Amazon EKS: processes, files, connections; it \
needs an agent, which GuardDuty installs where agent management is on. `Enable` has to be true, and \
`Features` has to list `RUNTIME_MONITORING` or `EKS_RUNTIME_MONITORING` with `Status` `ENABLED`, and in its \
`AdditionalConfiguration` `EKS_ADDON_MANAGEMENT` with `Status` `ENABLED`. Runtime Monitoring is what \
GuardDuty leaves off by default, so absent means off. That `RUNTIME_MONITORING`, which includes Amazon EKS, \
satisfies this rule is likely, but not documented.

In an organization AWS Config also looks at the administrator's settings and at the members, which a \
template doesn't show.",
    fix: "Add RUNTIME_MONITORING to `Features` with `Status` ENABLED, and EKS_ADDON_MANAGEMENT to its `AdditionalConfiguration`.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("Enable").is_true(),
        any_of(&[
            additional_is_on!("EKS_RUNTIME_MONITORING", "EKS_ADDON_MANAGEMENT"),
            additional_is_on!("RUNTIME_MONITORING", "EKS_ADDON_MANAGEMENT"),
        ])
        .explained("Runtime Monitoring with EKS_ADDON_MANAGEMENT is not on"),
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
          - Name: EKS_ADDON_MANAGEMENT
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
