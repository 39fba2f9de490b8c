//! `cloudtrail-event-data-store-multi-region`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLOUDTRAIL_EVENT_DATA_STORE_MULTI_REGION",
    name: "cloudtrail-event-data-store-multi-region",
    resource_types: &["AWS::CloudTrail::EventDataStore"],
    severity: Severity::Medium,
    summary: "CloudTrail event data stores should collect events of all Regions.",
    details: "\
What happens in a Region that nobody uses is what one wants to know. An absent `MultiRegionEnabled` means \
true.

A store that takes in no live events (`IngestionEnabled` is false) is not applicable: that is our reading \
of AWS's page.",
    fix: "Set `MultiRegionEnabled` to true, or leave it out.",
    applies_when: property("IngestionEnabled")
        .default("true")
        .is_true()
        .explained("the store takes in no live events"),
    compliant_when: property("MultiRegionEnabled").default("true").is_true(),
    compliant_example: "\
Events:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: events
",
    noncompliant_example: "\
Events:
  Type: AWS::CloudTrail::EventDataStore
  Properties:
    Name: events
    MultiRegionEnabled: false
",
    ..Rule::BASE
};
