//! `s3-event-notifications-enabled`

use crate::rules::items::split;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_EVENT_NOTIFICATIONS_ENABLED",
    name: "s3-event-notifications-enabled",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    security_hub: &["S3.11"],
    parameters: &[
        Parameter {
            name: "destinationArn",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "ARN of the topic, queue or function that must be notified",
        },
        Parameter {
            name: "eventTypes",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "S3 event types that must be notified",
        },
    ],
    summary: "S3 buckets should have event notifications configured.",
    details: "\
Notifications say at once what happens to objects. The bucket needs at least one configuration for a \
function, a queue or a topic; with `destinationArn` one of them has to lead there, with `eventTypes` these \
events have to be notified.

AWS doesn't say whether EventBridge alone will do, whether all `eventTypes` are wanted or one of them, and \
whether `s3:ObjectCreated:*` stands for `s3:ObjectCreated:Put`: these leave the verdict open, and so does \
a custom resource that the CDK makes for notifications.",
    fix: "Set `NotificationConfiguration` with a `LambdaConfigurations`, `QueueConfigurations` or \
`TopicConfigurations` entry.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        when(
            &CONFIGURED,
            &Check::ALWAYS,
            &when(
                &any_of(&[
                    property("NotificationConfiguration.EventBridgeConfiguration").is_present(),
                    related(&["Custom::S3BucketNotifications"], "BucketName").exists(),
                ]),
                &undecided("AWS doesn't say whether EventBridge or a custom resource counts"),
                &CONFIGURED,
            ),
        ),
        when_parameter(
            "destinationArn",
            &any_of(&[
                some_item(FUNCTIONS, &property("Function").is_named_by_parameter("destinationArn")),
                some_item(QUEUES, &property("Queue").is_named_by_parameter("destinationArn")),
                some_item(TOPICS, &property("Topic").is_named_by_parameter("destinationArn")),
            ]),
        ),
        when_parameter("eventTypes", &function(events_are_notified)),
    ]),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    NotificationConfiguration:
      TopicConfigurations:
        - Event: s3:ObjectCreated:*
          Topic: arn:aws:sns:eu-west-1:111122223333:uploads
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};

const FUNCTIONS: &str = "NotificationConfiguration.LambdaConfigurations";
const QUEUES: &str = "NotificationConfiguration.QueueConfigurations";
const TOPICS: &str = "NotificationConfiguration.TopicConfigurations";
const CONFIGURED: Check =
    any_of(&[property(FUNCTIONS).is_present(), property(QUEUES).is_present(), property(TOPICS).is_present()])
        .explained("no event of the bucket is sent to a function, a queue or a topic");

fn events_are_notified<'a>(subject: &Subject<'a>) -> Truth<'a> {
    let notified = |wanted: &str| {
        let lists = [FUNCTIONS, QUEUES, TOPICS].into_iter().filter_map(|path| subject.get(path));
        three_valued::any(lists.map(|list| {
            three_valued::some_item(list, &|entry| match entry.as_map() {
                None => None,
                Some(entry) => entry.get("Event").map_or(Some(false), |event| {
                    let same = event.as_text().map(|event| event == wanted);
                    // Whether a wildcard stands for what it covers is not documented.
                    if same == Some(true) { same } else { policy::overlaps(event, wanted).filter(|may| !may) }
                }),
            })
        }))
    };
    let wanted = split(subject.parameter("eventTypes").unwrap_or_default());
    match three_valued::all_or_none(wanted.map(notified)) {
        Some(true) => Truth::True,
        Some(false) => subject.fails_at(
            "NotificationConfiguration",
            "none of the events of the rule's parameter eventTypes is notified",
        ),
        None => subject
            .unknown("AWS doesn't say whether some of the parameter eventTypes, or a wildcard, will do"),
    }
}
