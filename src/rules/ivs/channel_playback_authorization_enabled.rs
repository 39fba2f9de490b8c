//! `ivs-channel-playback-authorization-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IVS_CHANNEL_PLAYBACK_AUTHORIZATION_ENABLED",
    name: "ivs-channel-playback-authorization-enabled",
    resource_types: &["AWS::IVS::Channel"],
    severity: Severity::Medium,
    summary: "IVS channels should be private (playback authorization).",
    details: "\
Whoever has the URL of a channel without playback authorization can watch it. Absent means false. A channel \
that is meant for everybody is reported as well: suppress the finding there.",
    fix: "Set `Authorized` to true, and give viewers signed tokens.",
    certainty: Certainty::Known,
    compliant_when: property("Authorized").default("false").is_true(),
    compliant_example: "\
Channel:
  Type: AWS::IVS::Channel
  Properties:
    Authorized: true
",
    noncompliant_example: "\
Channel:
  Type: AWS::IVS::Channel
  Properties:
    Authorized: false
",
    ..Rule::BASE
};
