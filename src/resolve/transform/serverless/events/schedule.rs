//! The event `Schedule`: a rule that calls at certain times.

use super::super::Expanded;
use super::super::event::{Event, Target};
use super::super::properties::{Property, kind, optional, required};
use super::super::tree::{attribute, list, map};
use super::{dead_letters, permission, state, target_id};
use crate::template::Resource;

const PROPERTIES: &[Property] = &[
    optional("DeadLetterConfig", kind::MAP),
    optional("Description", kind::TEXT),
    optional("Enabled", kind::BOOLEAN),
    optional("Input", kind::TEXT),
    optional("Name", kind::TEXT),
    optional("RetryPolicy", kind::MAP),
    optional("RuleName", kind::TEXT),
    required("Schedule", kind::TEXT),
    optional("State", kind::TEXT),
];

pub(super) fn expand(owner: &Resource, event: &Event, target: &Target) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let span = event.span;
    let mut rule = Resource::make("AWS::Events::Rule", event.prefix.as_str(), span)
        .under(owner)
        .with_some("Description", properties.get("Description"))
        .with_some("Name", properties.get("Name"))
        .with_some("ScheduleExpression", properties.get("Schedule"))
        .with_some("State", state(event, &properties)?.as_ref());
    let arn = attribute(span, event.prefix.as_str(), "Arn");
    let mut fields = vec![("Arn", target.arn(span)), ("Id", target_id(span, &event.prefix, "LambdaTarget"))];
    let mut made = Vec::new();
    if let Some(config) = properties.get("DeadLetterConfig") {
        let dead_letters = dead_letters::read(owner, event, config)?;
        fields.push(("DeadLetterConfig", map(config.span, [("Arn", dead_letters.arn.clone())])));
        made.extend(dead_letters.with_policy(owner, event, arn.clone()));
    }
    for name in ["Input", "RetryPolicy"] {
        fields.extend(properties.get(name).map(|value| (name, value.clone())));
    }
    rule.set("Targets", list(span, [map(span, fields)]));
    made.push(rule);
    made.push(permission(owner, event, target, &event.prefix, "events.amazonaws.com").with("SourceArn", arn));
    Ok(made)
}
