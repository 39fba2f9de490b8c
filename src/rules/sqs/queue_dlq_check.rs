//! `sqs-queue-dlq-check`

use crate::rules::items::is_something;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SQS_QUEUE_DLQ_CHECK",
    name: "sqs-queue-dlq-check",
    resource_types: &["AWS::SQS::Queue"],
    severity: Severity::Low,
    summary: "SQS queues should have a dead-letter queue.",
    details: "\
A message that can't be processed is tried again until it expires, and then it is gone. `RedrivePolicy` \
has to name a `deadLetterTargetArn`, as a map or in JSON text. `RedriveAllowPolicy` doesn't count.

AWS's page knows no exception for queues that are dead-letter queues themselves: suppress the finding \
there.",
    fix: "Set `RedrivePolicy` with `deadLetterTargetArn` and `maxReceiveCount`.",
    compliant_when: function(has_dead_letter_queue),
    compliant_example: "\
Orders:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy:
      deadLetterTargetArn: arn:aws:sqs:eu-west-1:111122223333:dead-orders
      maxReceiveCount: 5
",
    noncompliant_example: "\
Orders:
  Type: AWS::SQS::Queue
",
    ..Rule::BASE
};

fn has_dead_letter_queue<'a>(queue: &Subject<'a>) -> Truth<'a> {
    queue.look("RedrivePolicy", &mut |place| {
        let none = Found::Nothing { default: None };
        let Some(value) = place.value else { return place.fails(none, Wanted::Present) };
        let Some(policy) = policy::read(value) else {
            return place.unknown(Found::of(value), Wanted::Present);
        };
        let target = policy.as_map().and_then(|policy| policy.get("deadLetterTargetArn"));
        match target.map_or(Some(false), is_something) {
            Some(true) => Truth::True,
            Some(false) => place.fails(
                Found::Statement("the redrive policy has no deadLetterTargetArn".into()),
                Wanted::Present,
            ),
            None => place
                .unknown(Found::Statement("the deadLetterTargetArn can't be known".into()), Wanted::Present),
        }
    })
}
