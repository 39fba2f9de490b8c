//! `sns-topic-message-delivery-notification-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SNS_TOPIC_MESSAGE_DELIVERY_NOTIFICATION_ENABLED",
    name: "sns-topic-message-delivery-notification-enabled",
    resource_types: &["AWS::SNS::Topic"],
    severity: Severity::Medium,
    summary: "SNS topics should log the delivery status of messages.",
    details: "\
Only the delivery status tells a message that arrived from one that was lost. `DeliveryStatusLogging` \
needs at least one entry with a role for feedback; absent means that nothing is logged.

AWS doesn't say whether one protocol is enough and which of the two roles is wanted: here one entry with \
either will do.",
    fix: "Set `DeliveryStatusLogging` with an entry for each protocol that has \
`SuccessFeedbackRoleArn` and `FailureFeedbackRoleArn`.",
    remediation_document: Some("AWS-EnableSNSTopicDeliveryStatusLogging"),
    certainty: Certainty::Known,
    compliant_when: some_item(
        "DeliveryStatusLogging",
        &any_of(&[
            property("SuccessFeedbackRoleArn").is_present(),
            property("FailureFeedbackRoleArn").is_present(),
        ]),
    ),
    compliant_example: "\
Alerts:
  Type: AWS::SNS::Topic
  Properties:
    DeliveryStatusLogging:
      - Protocol: lambda
        FailureFeedbackRoleArn: arn:aws:iam::111122223333:role/sns-feedback
",
    noncompliant_example: "\
Alerts:
  Type: AWS::SNS::Topic
",
    ..Rule::BASE
};
