//! `guardduty-rds-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GUARDDUTY_RDS_PROTECTION_ENABLED",
    name: "guardduty-rds-protection-enabled",
    resource_types: &["AWS::GuardDuty::Detector"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["GuardDuty.9"],
    summary: "GuardDuty RDS Protection should be on.",
    details: "\
The sign-ins to a database show who tries passwords. `Enable` has to be true, and neither `RDS_LOGIN_EVENTS` \
in `Features` may be off. A feature that the template doesn't name is on in a new detector, and so counts as \
on; a detector that existed before the feature may have it off.

In an organization AWS Config also looks at the administrator's settings and at the members, which a \
template doesn't show.",
    fix: "Set the `Status` of RDS_LOGIN_EVENTS in `Features` to ENABLED.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[property("Enable").is_true(), feature_is_not_off!("RDS_LOGIN_EVENTS")]),
    compliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: RDS_LOGIN_EVENTS
        Status: ENABLED
",
    noncompliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: RDS_LOGIN_EVENTS
        Status: DISABLED
",
    ..Rule::BASE
};
