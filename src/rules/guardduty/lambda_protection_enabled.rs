//! `guardduty-lambda-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GUARDDUTY_LAMBDA_PROTECTION_ENABLED",
    name: "guardduty-lambda-protection-enabled",
    resource_types: &["AWS::GuardDuty::Detector"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["GuardDuty.6"],
    summary: "GuardDuty Lambda Protection should be on.",
    details: "\
The network logs of Lambda show functions that talk to where they should not. `Enable` has to be true, and \
neither `LAMBDA_NETWORK_LOGS` in `Features` may be off. A feature that the template doesn't name is on in a \
new detector, and so counts as on; a detector that existed before the feature may have it off.

In an organization AWS Config also looks at the administrator's settings and at the members, which a \
template doesn't show.",
    fix: "Set the `Status` of LAMBDA_NETWORK_LOGS in `Features` to ENABLED.",
    compliant_when: all_of(&[property("Enable").is_true(), feature_is_not_off!("LAMBDA_NETWORK_LOGS")]),
    compliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: LAMBDA_NETWORK_LOGS
        Status: ENABLED
",
    noncompliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: LAMBDA_NETWORK_LOGS
        Status: DISABLED
",
    ..Rule::BASE
};
