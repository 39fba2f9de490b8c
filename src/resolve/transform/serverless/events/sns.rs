//! The event `SNS`: a subscription to a topic, straight or through a queue.

use super::super::event::{Event, Target};
use super::super::intrinsics;
use super::super::properties::{Properties, Property, kind, map_of, optional, present, required};
use super::super::tree::{attribute, boolean, integer, is_given, list, map, reference, text};
use super::super::{Expanded, Expansion};
use super::{permission, pull};
use crate::template::{Content, Node, Resource};

const PROPERTIES: &[Property] = &[
    optional("FilterPolicy", kind::ANY),
    optional("FilterPolicyScope", kind::ANY),
    optional("RedrivePolicy", kind::MAP),
    optional("Region", kind::TEXT),
    optional("SqsSubscription", kind::BOOLEAN | kind::MAP),
    required("Topic", kind::TEXT),
];

pub(super) fn expand(
    expansion: &mut Expansion,
    owner: &Resource,
    event: &Event,
    target: &Target,
    role: &mut Resource,
) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let scene = Scene { owner, event, target, properties };
    let Some(queue) = properties.given("SqsSubscription") else {
        let permission = permission(owner, event, target, &event.prefix, "sns.amazonaws.com")
            .with_some("SourceArn", properties.get("Topic"));
        return Ok(vec![permission, scene.subscription("lambda", target.arn(event.span))]);
    };
    match queue.content {
        Content::Boolean(_) => scene.through_new_queue(expansion, role),
        _ => scene.through_queue(expansion, role, queue),
    }
}

struct Scene<'s> {
    owner: &'s Resource,
    event: &'s Event<'s>,
    target: &'s Target,
    properties: Properties<'s>,
}

impl Scene<'_> {
    fn through_new_queue(&self, expansion: &mut Expansion, role: &mut Resource) -> Expanded {
        let span = self.properties.span_of("SqsSubscription");
        let logical_id = format!("{}Queue", self.event.prefix);
        let mut queue = Resource::make("AWS::SQS::Queue", logical_id.as_str(), span).under(self.owner);
        if let Some(fifo) = self.topic_is_fifo(expansion) {
            queue.set("FifoQueue", fifo);
        }
        let arn = attribute(span, logical_id.as_str(), "Arn");
        let policy = self.queue_policy(
            format!("{}QueuePolicy", self.event.prefix),
            arn.clone(),
            reference(span, logical_id),
        );
        let mapping = self.mapping(expansion, role, arn.clone(), None)?;
        Ok(vec![mapping, queue, policy, self.subscription("sqs", arn)])
    }

    fn through_queue(&self, expansion: &mut Expansion, role: &mut Resource, queue: &Node) -> Expanded {
        let fields = map_of(queue, &format!("`SqsSubscription` of {}", self.event.called))?;
        let field = |name: &str| present(fields, name).filter(|value| is_given(value));
        let (Some(arn), Some(url)) = (field("QueueArn"), field("QueueUrl")) else {
            let message = "`SqsSubscription` needs `QueueArn` and `QueueUrl`";
            return Err(self.event.error(queue.span, message));
        };
        let logical_id = match field("QueuePolicyLogicalId").and_then(Node::as_text) {
            Some(given) => given.to_string(),
            None => format!("{}QueuePolicy", self.event.prefix),
        };
        let policy = self.queue_policy(logical_id, arn.clone(), url.clone());
        let mapping = self.mapping(expansion, role, arn.clone(), field("BatchSize"))?;
        Ok(vec![mapping, policy, self.subscription("sqs", arn.clone())])
    }

    fn subscription(&self, protocol: &str, endpoint: Node) -> Resource {
        let span = self.event.span;
        let mut subscription = Resource::make("AWS::SNS::Subscription", self.event.prefix.as_str(), span)
            .under(self.owner)
            .with("Endpoint", endpoint)
            .with("Protocol", text(span, protocol))
            .with_some("TopicArn", self.properties.get("Topic"));
        for name in ["Region", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy"] {
            subscription = subscription.with_some(name, self.properties.get(name));
        }
        subscription
    }

    fn queue_policy(&self, logical_id: String, queue_arn: Node, queue_url: Node) -> Resource {
        let span = self.properties.span_of("SqsSubscription");
        let topic = self.properties.get("Topic").cloned().unwrap_or_else(|| text(span, ""));
        let statement = map(
            span,
            [
                ("Action", text(span, "sqs:SendMessage")),
                ("Effect", text(span, "Allow")),
                ("Principal", text(span, "*")),
                ("Resource", queue_arn),
                ("Condition", map(span, [("ArnEquals", map(span, [("aws:SourceArn", topic)]))])),
            ],
        );
        let document =
            map(span, [("Version", text(span, "2012-10-17")), ("Statement", list(span, [statement]))]);
        Resource::make("AWS::SQS::QueuePolicy", logical_id, span)
            .under(self.owner)
            .with("PolicyDocument", document)
            .with("Queues", list(span, [queue_url]))
    }

    /// What reads from the queue.
    fn mapping(
        &self,
        expansion: &Expansion,
        role: &mut Resource,
        queue_arn: Node,
        batch_size: Option<&Node>,
    ) -> Result<Resource, super::Failure> {
        let span = self.properties.span_of("SqsSubscription");
        let batch_size = batch_size.cloned().unwrap_or_else(|| integer(span, 10));
        super::super::role::add_managed(role, expansion.managed_policy(span, pull::QUEUE_POLICY));
        let logical_id = format!("{}EventSourceMapping", self.event.prefix);
        Ok(Resource::make("AWS::Lambda::EventSourceMapping", logical_id, span)
            .under(self.owner)
            .with("FunctionName", self.target.name(span))
            .with("EventSourceArn", queue_arn)
            .with("BatchSize", batch_size)
            .with("Enabled", boolean(span, true)))
    }

    /// Whether the topic keeps messages in order, so that the queue has to as well.
    fn topic_is_fifo(&self, expansion: &Expansion) -> Option<Node> {
        let topic = intrinsics::logical_id(self.properties.get("Topic")?)?;
        let fifo = expansion.source.get(topic)?.property("FifoTopic")?;
        Some(expansion.parameters.resolved(fifo)).filter(is_given)
    }
}
