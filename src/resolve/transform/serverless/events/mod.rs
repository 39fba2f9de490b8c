//! The event sources of functions, one file each.
//!
//! Facts: the AWS SAM Developer Guide, "EventSource" of "AWS::Serverless::Function".

mod alexa_skill;
mod cloud_watch_logs;
mod cognito;
pub(super) mod dead_letters;
pub(super) mod event_bridge_rule;
mod iot_rule;
mod pull;
mod s3;
pub(super) mod schedule;
pub(super) mod schedule_v2;
mod sns;

use super::event::{Event, Target};
use super::tree::text;
use super::{Expanded, Expansion, Failure, api};
use crate::resolve::constraints::shorten;
use crate::template::{Diagnostic, Node, Resource, Span, similar};

const TYPES: &[&str] = &[
    "AlexaSkill",
    "Api",
    "CloudWatchEvent",
    "CloudWatchLogs",
    "Cognito",
    "DocumentDB",
    "DynamoDB",
    "EventBridgeRule",
    "HttpApi",
    "IoTRule",
    "Kinesis",
    "MQ",
    "MSK",
    "S3",
    "SNS",
    "SQS",
    "Schedule",
    "ScheduleV2",
    "SelfManagedKafka",
];

/// Makes what lets the event call the function. `role` is the function's own: it is allowed to read from the source.
pub(super) fn expand(
    expansion: &mut Expansion,
    owner: &Resource,
    event: &Event,
    target: &Target,
    role: &mut Resource,
) -> Expanded {
    match &**event.event_type {
        "AlexaSkill" => alexa_skill::expand(owner, event, target),
        "Api" => api::rest_event(expansion, owner, event, target),
        "CloudWatchEvent" | "EventBridgeRule" => event_bridge_rule::expand(owner, event, target),
        "CloudWatchLogs" => cloud_watch_logs::expand(expansion, owner, event, target),
        "Cognito" => cognito::expand(expansion, owner, event, target),
        "HttpApi" => api::http_event(expansion, owner, event, target),
        "IoTRule" => iot_rule::expand(expansion, owner, event, target),
        "S3" => s3::expand(expansion, owner, event, target),
        "SNS" => sns::expand(expansion, owner, event, target, role),
        "Schedule" => schedule::expand(owner, event, target),
        "ScheduleV2" => schedule_v2::expand(owner, event, schedule_v2::Caller::Function(target)),
        _ => match pull::source(event.event_type) {
            Some(source) => pull::expand(expansion, owner, event, target, role, source),
            None => Err(unknown(event, TYPES)),
        },
    }
}

/// The error for an event whose type is not one of those known.
pub(super) fn unknown(event: &Event, known: &[&'static str]) -> Failure {
    let message = format!("{}: unknown type `{}`", event.called, shorten(event.event_type));
    let help = match similar(event.event_type, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("expected one of {}", known.join(", ")),
    };
    Diagnostic::error(event.span, message).help(help).into()
}

/// The permission for a service to call the function.
fn permission(owner: &Resource, event: &Event, target: &Target, prefix: &str, principal: &str) -> Resource {
    let span = event.span;
    Resource::make("AWS::Lambda::Permission", format!("{prefix}Permission"), span)
        .under(owner)
        .with("Action", text(span, "lambda:InvokeFunction"))
        .with("FunctionName", target.name(span))
        .with("Principal", text(span, principal))
}

/// The state of a rule or schedule, from `State` or `Enabled`.
pub(super) fn state(
    event: &Event,
    properties: &super::properties::Properties,
) -> Result<Option<Node>, Failure> {
    let state = properties.given("State");
    match (state, properties.get("Enabled")) {
        (Some(_), Some(enabled)) => {
            Err(event.error(enabled.span, "`State` and `Enabled` exclude each other"))
        }
        (_, Some(enabled)) => {
            let state = if super::tree::is_given(enabled) { "ENABLED" } else { "DISABLED" };
            Ok(Some(text(enabled.span, state)))
        }
        (state, None) => Ok(state.cloned()),
    }
}

/// The ID of a target: the event's own with a suffix, no longer than EventBridge takes.
pub(super) fn target_id(span: Span, prefix: &str, suffix: &str) -> Node {
    const LONGEST: usize = 64;
    let kept: String = prefix.chars().take(LONGEST.saturating_sub(suffix.len())).collect();
    text(span, format!("{kept}{suffix}"))
}
