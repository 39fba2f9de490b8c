//! The event `EventBridgeRule`, once `CloudWatchEvent`: a rule that calls for events of a pattern.

use super::super::Expanded;
use super::super::event::{Event, Target};
use super::super::properties::{Properties, Property, kind, optional};
use super::super::tree::{attribute, list, map};
use super::{dead_letters, permission, state, target_id};
use crate::template::{Node, Resource, Span};

const PROPERTIES: &[Property] = &[
    optional("DeadLetterConfig", kind::MAP),
    optional("Enabled", kind::BOOLEAN),
    optional("EventBusName", kind::TEXT),
    optional("Input", kind::TEXT),
    optional("InputPath", kind::TEXT),
    optional("InputTransformer", kind::MAP),
    optional("Pattern", kind::MAP),
    optional("RetryPolicy", kind::MAP),
    optional("RuleName", kind::TEXT),
    optional("State", kind::TEXT),
    optional("Target", kind::MAP),
];

pub(super) fn expand(owner: &Resource, event: &Event, target: &Target) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let span = event.span;
    let mut rule = Resource::make("AWS::Events::Rule", event.prefix.as_str(), span)
        .under(owner)
        .with_some("EventBusName", properties.get("EventBusName"))
        .with_some("EventPattern", properties.get("Pattern"))
        .with_some("Name", properties.get("RuleName"))
        .with_some("State", state(event, &properties)?.as_ref());
    let arn = attribute(span, event.prefix.as_str(), "Arn");
    let mut fields =
        vec![("Arn", target.arn(span)), ("Id", given_target_id(span, event, &properties, "LambdaTarget"))];
    let mut made = Vec::new();
    if let Some(config) = properties.get("DeadLetterConfig") {
        let dead_letters = dead_letters::read(owner, event, config)?;
        fields.push(("DeadLetterConfig", map(config.span, [("Arn", dead_letters.arn.clone())])));
        made.extend(dead_letters.with_policy(owner, event, arn.clone()));
    }
    for name in ["Input", "InputPath", "RetryPolicy", "InputTransformer"] {
        fields.extend(properties.get(name).map(|value| (name, value.clone())));
    }
    rule.set("Targets", list(span, [map(span, fields)]));
    made.push(rule);
    made.push(permission(owner, event, target, &event.prefix, "events.amazonaws.com").with("SourceArn", arn));
    Ok(made)
}

/// The ID of the target: the one that `Target` gives, or the event's own.
pub(in super::super) fn given_target_id(
    span: Span,
    event: &Event,
    properties: &Properties,
    suffix: &str,
) -> Node {
    let given = properties.get("Target").and_then(Node::as_map).and_then(|target| target.get("Id"));
    given.cloned().unwrap_or_else(|| target_id(span, &event.prefix, suffix))
}
