//! What starts a state machine: schedules and rules, each with a role of its own.
//!
//! Facts: the AWS SAM Developer Guide, "EventSource" of "AWS::Serverless::StateMachine".

use super::super::event::Event;
use super::super::events::{dead_letters, event_bridge_rule, schedule_v2, state, target_id, unknown};
use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::tree::{attribute, list, map, reference};
use super::super::{Expanded, Expansion, Failure, api, role};
use crate::template::{Node, Resource, Text};

const TYPES: &[&str] = &["Api", "CloudWatchEvent", "EventBridgeRule", "Schedule", "ScheduleV2"];

const SCHEDULE: &[Property] = &[
    optional("DeadLetterConfig", kind::MAP),
    optional("Description", kind::TEXT),
    optional("Enabled", kind::BOOLEAN),
    optional("Input", kind::TEXT),
    optional("Name", kind::TEXT),
    optional("RetryPolicy", kind::MAP),
    optional("RoleArn", kind::TEXT).literal(),
    required("Schedule", kind::TEXT),
    optional("State", kind::TEXT),
    optional("Target", kind::MAP).literal(),
];

const RULE: &[Property] = &[
    optional("DeadLetterConfig", kind::MAP),
    optional("EventBusName", kind::TEXT),
    optional("Input", kind::TEXT),
    optional("InputPath", kind::TEXT),
    optional("InputTransformer", kind::MAP),
    optional("Pattern", kind::MAP),
    optional("RetryPolicy", kind::MAP),
    optional("RuleName", kind::TEXT),
    optional("State", kind::TEXT),
    optional("Target", kind::MAP).literal(),
];

const SUFFIX: &str = "StepFunctionsTarget";

/// A state machine whose events are expanded.
pub(super) struct Scene<'s> {
    pub owner: &'s Resource,
    /// The logical ID of the state machine, or of the alias that events start.
    pub target: &'s Text,
    pub permissions_boundary: Option<&'s Node>,
}

impl Scene<'_> {
    /// Makes what lets the event start the state machine.
    pub fn expand(&self, expansion: &mut Expansion, event: &Event) -> Expanded {
        match &**event.event_type {
            "Api" => {
                let role = self.role(event, "apigateway.amazonaws.com");
                let arn = attribute(event.span, role.logical_id.clone(), "Arn");
                api::start_state_machine(expansion, self.owner, event, self.target, &arn)?;
                Ok(vec![role])
            }
            "CloudWatchEvent" | "EventBridgeRule" => self.rule(event),
            "Schedule" => self.schedule(event),
            "ScheduleV2" => {
                schedule_v2::expand(self.owner, event, schedule_v2::Caller::StateMachine(self.target))
            }
            _ => Err(unknown(event, TYPES)),
        }
    }

    fn schedule(&self, event: &Event) -> Expanded {
        let properties = event.properties(SCHEDULE)?;
        let rule = self
            .make_rule(event)
            .with_some("Description", properties.get("Description"))
            .with_some("Name", properties.get("Name"))
            .with_some("ScheduleExpression", properties.get("Schedule"))
            .with_some("State", state(event, &properties)?.as_ref());
        let id = target_id(event.span, &event.prefix, SUFFIX);
        let id = given_id(&properties).unwrap_or(id);
        self.finish(event, rule, &properties, id, &["Input", "RetryPolicy"])
    }

    fn rule(&self, event: &Event) -> Expanded {
        let properties = event.properties(RULE)?;
        let rule = self
            .make_rule(event)
            .with_some("EventBusName", properties.get("EventBusName"))
            .with_some("EventPattern", properties.get("Pattern"))
            .with_some("Name", properties.get("RuleName"))
            .with_some("State", properties.given("State"));
        let id = event_bridge_rule::given_target_id(event.span, event, &properties, SUFFIX);
        self.finish(event, rule, &properties, id, &["Input", "InputPath", "RetryPolicy", "InputTransformer"])
    }

    fn make_rule(&self, event: &Event) -> Resource {
        Resource::make("AWS::Events::Rule", event.prefix.as_str(), event.span).under(self.owner)
    }

    /// Gives the rule its target, and makes the role and the queue that go with it.
    fn finish(
        &self,
        event: &Event,
        mut rule: Resource,
        properties: &Properties,
        id: Node,
        copied: &[&'static str],
    ) -> Result<Vec<Resource>, Failure> {
        let span = event.span;
        let mut made = Vec::new();
        let role_arn = match properties.get("RoleArn") {
            Some(arn) => arn.clone(),
            None => {
                let role = self.role(event, "events.amazonaws.com");
                let arn = attribute(span, role.logical_id.clone(), "Arn");
                made.push(role);
                arn
            }
        };
        let mut fields =
            vec![("Arn", reference(span, self.target.clone())), ("Id", id), ("RoleArn", role_arn)];
        if let Some(config) = properties.get("DeadLetterConfig") {
            let dead_letters = dead_letters::read(self.owner, event, config)?;
            fields.push(("DeadLetterConfig", map(config.span, [("Arn", dead_letters.arn.clone())])));
            let arn = attribute(span, event.prefix.as_str(), "Arn");
            made.extend(dead_letters.with_policy(self.owner, event, arn));
        }
        for name in copied {
            fields.extend(properties.get(name).map(|value| (*name, value.clone())));
        }
        rule.set("Targets", list(span, [map(span, fields)]));
        made.insert(0, rule);
        Ok(made)
    }

    /// The role with which a service starts the state machine.
    pub fn role(&self, event: &Event, service: &str) -> Resource {
        let span = event.span;
        let logical_id = format!("{}Role", event.prefix);
        let policy = role::start_execution(span, &logical_id, reference(span, self.target.clone()));
        Resource::make("AWS::IAM::Role", logical_id, span)
            .under(self.owner)
            .with("AssumeRolePolicyDocument", role::trust(span, service))
            .with("Policies", list(span, [policy]))
            .with_some("PermissionsBoundary", self.permissions_boundary)
    }
}

fn given_id(properties: &Properties) -> Option<Node> {
    properties.get("Target")?.as_map()?.get("Id").cloned()
}
