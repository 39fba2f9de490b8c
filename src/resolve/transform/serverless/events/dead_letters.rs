//! Where events go that could not be delivered: `DeadLetterConfig` of rules and schedules.

use super::super::Failure;
use super::super::event::Event;
use super::super::properties::{map_of, present};
use super::super::tree::{attribute, list, map, reference, text};
use crate::template::{Node, Resource};

/// Where undelivered events go.
pub(in super::super) struct DeadLetters {
    /// The queue's ARN.
    pub arn: Node,
    /// The queue, if there is none yet.
    pub queue: Option<Resource>,
}

/// Reads `DeadLetterConfig`: the ARN of a queue, or the wish for one.
pub(in super::super) fn read(owner: &Resource, event: &Event, config: &Node) -> Result<DeadLetters, Failure> {
    let what = format!("`DeadLetterConfig` of {}", event.called);
    let fields = map_of(config, &what)?;
    let queue_type = fields.get("Type");
    let is_queue = queue_type.and_then(Node::as_text).is_some_and(|queue_type| &**queue_type == "SQS");
    match (fields.get("Arn"), queue_type) {
        (Some(_), Some(_)) => {
            return Err(Failure::new(config.span, format!("`Arn` and `Type` in {what} exclude each other")));
        }
        (None, None) => return Err(Failure::new(config.span, format!("{what} needs `Arn` or `Type`"))),
        (None, Some(other)) if !is_queue => {
            return Err(Failure::new(other.span, format!("`Type` in {what} has to be `SQS`")));
        }
        _ => {}
    }
    if let Some(arn) = present(fields, "Arn") {
        return Ok(DeadLetters { arn: arn.clone(), queue: None });
    }
    let name = match present(fields, "QueueLogicalId") {
        None => format!("{}Queue", event.prefix),
        Some(name) => match name.as_text() {
            Some(name) if !name.is_empty() => name.to_string(),
            Some(_) => format!("{}Queue", event.prefix),
            None => {
                return Err(Failure::new(name.span, format!("`QueueLogicalId` in {what} has to be text")));
            }
        },
    };
    let queue = Resource::make("AWS::SQS::Queue", name.clone(), config.span).under(owner);
    Ok(DeadLetters { arn: attribute(config.span, name, "Arn"), queue: Some(queue) })
}

impl DeadLetters {
    /// The queue and the policy that lets a rule send to it, if the queue is made here.
    pub fn with_policy(self, owner: &Resource, event: &Event, rule_arn: Node) -> Vec<Resource> {
        let Some(queue) = self.queue else { return Vec::new() };
        let span = queue.span;
        let statement = map(
            span,
            [
                ("Action", text(span, "sqs:SendMessage")),
                ("Effect", text(span, "Allow")),
                ("Principal", map(span, [("Service", text(span, "events.amazonaws.com"))])),
                ("Resource", self.arn),
                ("Condition", map(span, [("ArnEquals", map(span, [("aws:SourceArn", rule_arn)]))])),
            ],
        );
        let document =
            map(span, [("Version", text(span, "2012-10-17")), ("Statement", list(span, [statement]))]);
        let policy = Resource::make("AWS::SQS::QueuePolicy", format!("{}QueuePolicy", event.prefix), span)
            .under(owner)
            .with("PolicyDocument", document)
            .with("Queues", list(span, [reference(span, queue.logical_id.clone())]));
        vec![queue, policy]
    }
}
