//! `guardduty-runtime-monitoring-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GUARDDUTY_RUNTIME_MONITORING_ENABLED",
    name: "guardduty-runtime-monitoring-enabled",
    resource_types: &["AWS::GuardDuty::Detector"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["GuardDuty.11"],
    summary: "GuardDuty Runtime Monitoring should be on.",
    details: "\
Runtime Monitoring sees what happens inside instances and containers: processes, files, connections. \
`Enable` has to be true, and `Features` has to list `RUNTIME_MONITORING` with `Status` `ENABLED`. It is what \
GuardDuty leaves off by default, so absent means off. `EKS_RUNTIME_MONITORING` alone doesn't count, which is \
our reading.

In an organization AWS Config also looks at the administrator's settings and at the members, which a \
template doesn't show.",
    fix: "Add RUNTIME_MONITORING to `Features` with `Status` ENABLED.",
    compliant_when: all_of(&[
        property("Enable").is_true(),
        feature_is_on!("RUNTIME_MONITORING").explained("RUNTIME_MONITORING is not on"),
    ]),
    compliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: RUNTIME_MONITORING
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
