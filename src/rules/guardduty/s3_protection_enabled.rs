//! `guardduty-s3-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GUARDDUTY_S3_PROTECTION_ENABLED",
    name: "guardduty-s3-protection-enabled",
    resource_types: &["AWS::GuardDuty::Detector"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["GuardDuty.10"],
    summary: "GuardDuty S3 Protection should be on.",
    details: "\
The data events of S3 show who reads and deletes objects as nobody did before. `Enable` has to be true, and \
neither `S3_DATA_EVENTS` in `Features` nor the older `DataSources.S3Logs.Enable` may be off. A feature that \
the template doesn't name is on in a new detector, and so counts as on; a detector that existed before the \
feature may have it off.

In an organization AWS Config also looks at the administrator's settings and at the members, which a \
template doesn't show.",
    fix: "Set the `Status` of S3_DATA_EVENTS in `Features` to ENABLED.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("Enable").is_true(),
        when(
            &some_item("Features", &property("Name").equals("S3_DATA_EVENTS")),
            &feature_is_not_off!("S3_DATA_EVENTS"),
            &property("DataSources.S3Logs.Enable").default("true").is_true(),
        ),
    ]),
    compliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: S3_DATA_EVENTS
        Status: ENABLED
",
    noncompliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: S3_DATA_EVENTS
        Status: DISABLED
",
    ..Rule::BASE
};
