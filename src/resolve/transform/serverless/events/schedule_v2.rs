//! The event `ScheduleV2` of functions and state machines: a schedule of EventBridge Scheduler, with a role of its own.

use super::super::event::{Event, Target};
use super::super::properties::{Property, kind, optional, required};
use super::super::tree::{attribute, list, map, reference, text};
use super::super::{Expanded, role};
use super::dead_letters;
use crate::template::{Node, Resource, Span, Text};

const PROPERTIES: &[Property] = &[
    optional("DeadLetterConfig", kind::MAP),
    optional("Description", kind::TEXT),
    optional("EndDate", kind::TEXT),
    optional("FlexibleTimeWindow", kind::MAP),
    optional("GroupName", kind::TEXT),
    optional("Input", kind::TEXT),
    optional("KmsKeyArn", kind::TEXT),
    optional("Name", kind::TEXT),
    optional("OmitName", kind::BOOLEAN).literal(),
    optional("PermissionsBoundary", kind::TEXT),
    optional("RetryPolicy", kind::MAP),
    optional("RoleArn", kind::TEXT),
    required("ScheduleExpression", kind::TEXT),
    optional("ScheduleExpressionTimezone", kind::TEXT),
    optional("StartDate", kind::TEXT),
    optional("State", kind::TEXT),
];

/// What the schedule calls.
pub(in super::super) enum Caller<'c> {
    Function(&'c Target),
    /// The logical ID of a state machine or of its alias.
    StateMachine(&'c Text),
}

impl Caller<'_> {
    fn arn(&self, span: Span) -> Node {
        match self {
            Caller::Function(target) => target.arn(span),
            Caller::StateMachine(logical_id) => reference(span, (*logical_id).clone()),
        }
    }

    fn policy(&self, span: Span, prefix: &str) -> Node {
        match self {
            Caller::Function(_) => role::invoke_function(span, prefix, self.arn(span)),
            Caller::StateMachine(_) => role::start_execution(span, prefix, self.arn(span)),
        }
    }
}

pub(in super::super) fn expand(owner: &Resource, event: &Event, caller: Caller) -> Expanded {
    let properties = event.properties(PROPERTIES)?;
    let span = event.span;
    let name = match (properties.given("OmitName"), properties.given("Name")) {
        (Some(_), Some(name)) => {
            return Err(event.error(name.span, "`Name` and `OmitName` exclude each other"));
        }
        (Some(_), None) => None,
        (None, Some(name)) => Some(name.clone()),
        (None, None) => Some(text(span, event.prefix.as_str())),
    };
    let window = match properties.given("FlexibleTimeWindow") {
        Some(window) => window.clone(),
        None => map(span, [("Mode", text(span, "OFF"))]),
    };
    let mut schedule = Resource::make("AWS::Scheduler::Schedule", event.prefix.as_str(), span)
        .under(owner)
        .with("FlexibleTimeWindow", window)
        .with_some("Name", name.as_ref())
        .with_some("State", properties.given("State"));
    for property in [
        "ScheduleExpression",
        "Description",
        "StartDate",
        "EndDate",
        "ScheduleExpressionTimezone",
        "GroupName",
        "KmsKeyArn",
    ] {
        schedule = schedule.with_some(property, properties.get(property));
    }
    let mut fields = vec![("Arn", caller.arn(span))];
    let mut made = Vec::new();
    let mut policies = vec![caller.policy(span, &event.prefix)];
    if let Some(config) = properties.get("DeadLetterConfig") {
        let dead_letters = dead_letters::read(owner, event, config)?;
        policies.push(role::send_to_queue(config.span, &event.prefix, dead_letters.arn.clone()));
        fields.push(("DeadLetterConfig", map(config.span, [("Arn", dead_letters.arn)])));
        made.extend(dead_letters.queue);
    }
    match properties.given("RoleArn") {
        Some(arn) => fields.push(("RoleArn", arn.clone())),
        None => {
            let logical_id = format!("{}Role", event.prefix);
            fields.push(("RoleArn", attribute(span, logical_id.as_str(), "Arn")));
            let role = Resource::make("AWS::IAM::Role", logical_id, span)
                .under(owner)
                .with("AssumeRolePolicyDocument", role::trust(span, "scheduler.amazonaws.com"))
                .with("Policies", list(span, policies))
                .with_some("PermissionsBoundary", properties.given("PermissionsBoundary"));
            made.push(role);
        }
    }
    for name in ["Input", "RetryPolicy"] {
        fields.extend(properties.get(name).map(|value| (name, value.clone())));
    }
    schedule.set("Target", map(span, fields));
    made.insert(0, schedule);
    Ok(made)
}
