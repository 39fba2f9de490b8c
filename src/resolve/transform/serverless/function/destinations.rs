//! Where the results of asynchronous calls go: `EventInvokeConfig`.

use super::super::event::Target;
use super::super::intrinsics::{self, is_no_value};
use super::super::properties::{map_of, present};
use super::super::tree::{attribute, choice, list, map, named_condition, not, reference, text};
use super::super::{Expansion, Failure, logical_id, role};
use super::Scene;
use crate::template::{Content, Map, Node, Resource, Span, Text};

/// What the configuration becomes.
#[derive(Default)]
pub(super) struct Destinations {
    pub resources: Vec<Resource>,
    /// What the function's role has to be allowed.
    pub policies: Vec<Node>,
}

/// The types of destinations.
const TYPES: [&str; 5] = ["SQS", "SNS", "EventBridge", "Lambda", "S3Bucket"];

/// The longest name of a condition.
const LONGEST_CONDITION: usize = 255;

/// Makes the configuration, and the queues and topics that it sends to.
pub(super) fn expand(
    scene: &Scene,
    expansion: &mut Expansion,
    target: &Target,
    alias: Option<&Text>,
) -> Result<Destinations, Failure> {
    let Some(config) = scene.properties.given("EventInvokeConfig") else {
        return Ok(Destinations::default());
    };
    let span = scene.properties.span_of("EventInvokeConfig");
    let config = expansion.parameters.resolved(config);
    let fields = map_of(&config, "`EventInvokeConfig`")?;
    let prefix = format!("{}EventInvokeConfig", scene.resource.logical_id);
    let mut made = Destinations::default();
    let mut destinations = Map::default();
    if let Some(given) = present(fields, "DestinationConfig").filter(|given| super::is_given(given)) {
        let given = map_of(given, "`DestinationConfig` of `EventInvokeConfig`")?;
        for event in ["OnSuccess", "OnFailure"] {
            let Some(given) = present(given, event) else { continue };
            let given_fields = map_of(given, &format!("`{event}` of `EventInvokeConfig`"))?;
            let destination =
                Destination { scene, prefix: &prefix, event, span: given.span, fields: given_fields };
            let arn = destination.expand(expansion, &mut made)?;
            let entry = match arn {
                Some(arn) => map(given.span, [("Destination", arn)]),
                None => map(given.span, [("Destination", Node { span, content: Content::Null })]),
            };
            destinations.set(event, given.span, entry);
        }
    }
    let qualifier = alias.cloned().unwrap_or_else(|| Text::from("$LATEST"));
    let mut resource = Resource::make("AWS::Lambda::EventInvokeConfig", prefix, span)
        .in_place_of(scene.resource)
        .with("FunctionName", reference(span, scene.resource.logical_id.clone()))
        .with("Qualifier", text(span, qualifier))
        .with("DestinationConfig", Node { span, content: Content::Map(destinations) })
        .with_some("MaximumEventAgeInSeconds", fields.get("MaximumEventAgeInSeconds"))
        .with_some("MaximumRetryAttempts", fields.get("MaximumRetryAttempts"));
    resource.depends_on = target.alias.iter().map(|alias| (alias.clone(), span)).collect();
    made.resources.push(resource);
    Ok(made)
}

/// One destination.
struct Destination<'d> {
    scene: &'d Scene<'d>,
    /// The logical ID of the configuration.
    prefix: &'d str,
    event: &'static str,
    span: Span,
    fields: &'d Map<Node>,
}

impl Destination<'_> {
    /// Makes the queue or topic if none is given, or may not be. Returns the ARN to send to.
    fn expand(&self, expansion: &mut Expansion, made: &mut Destinations) -> Result<Option<Node>, Failure> {
        let kind = self.fields.get("Type").and_then(Node::as_text).map(|kind| &**kind);
        let Some(kind) = kind.filter(|kind| TYPES.contains(kind)) else {
            let message = format!(
                "{}: `Type` of `{}` of `EventInvokeConfig` has to be one of {}",
                self.scene.called,
                self.event,
                TYPES.join(", ")
            );
            return Err(Failure::new(self.span, message));
        };
        let prefix = format!("{}{}", self.prefix, self.event);
        let given = present(self.fields, "Destination");
        let missing = match given {
            Some(given) => self.condition(expansion, given)?,
            None => None,
        };
        if let (Some(given), None) = (given, &missing) {
            made.policies.push(self.policy(kind, &prefix, given.clone()));
            return Ok(Some(given.clone()));
        }
        let (suffix, resource_type) = match kind {
            "SQS" => ("Queue", "AWS::SQS::Queue"),
            "SNS" => ("Topic", "AWS::SNS::Topic"),
            _ => {
                let message = format!(
                    "{}: `{}` of `EventInvokeConfig` needs `Destination`, unless its type is `SQS` or `SNS`",
                    self.scene.called, self.event
                );
                return Err(Failure::new(self.span, message));
            }
        };
        let logical_id = Text::from(format!("{prefix}{suffix}"));
        let mut resource =
            Resource::make(resource_type, logical_id.clone(), self.span).under(self.scene.resource);
        if let Some((condition, _)) = &missing {
            resource.condition = Some(self.both(expansion, condition.clone()));
        }
        let own = match kind {
            "SQS" => attribute(self.span, logical_id, "Arn"),
            _ => reference(self.span, logical_id),
        };
        let arn = match missing {
            Some((condition, other)) => choice(self.span, condition, own, other),
            None => own,
        };
        made.policies.push(self.policy(kind, &prefix, arn.clone()));
        made.resources.push(resource);
        Ok(Some(arn))
    }

    /// The condition under which no destination is given, and the one that is given otherwise.
    fn condition(&self, expansion: &mut Expansion, given: &Node) -> Result<Option<(Text, Node)>, Failure> {
        let Some(arguments) = intrinsics::choice(given, "`Destination`") else { return Ok(None) };
        let [condition, then, otherwise] = arguments?;
        let Some(name) = condition.as_text() else { return Ok(None) };
        Ok(match (is_no_value(then), is_no_value(otherwise)) {
            (true, false) => Some((name.clone(), otherwise.clone())),
            (false, true) => {
                let negated = condition_name(&format!("NOT{name}"), self.prefix);
                expansion.add_condition(negated.clone(), not(condition.span, name.clone()));
                Some((negated, then.clone()))
            }
            _ => None,
        })
    }

    /// The condition of what is made: both that of the function and that under which nothing is given.
    fn both(&self, expansion: &mut Expansion, missing: Text) -> (Text, Span) {
        let Some((own, _)) = &self.scene.resource.condition else { return (missing, self.span) };
        let name = condition_name(&format!("{own}AND{missing}"), &self.scene.resource.logical_id);
        let both = [own.clone(), missing].map(|condition| named_condition(self.span, condition));
        let expression = map(self.span, [("Fn::And", list(self.span, both))]);
        expansion.add_condition(name.clone(), expression);
        (name, self.span)
    }

    fn policy(&self, kind: &str, prefix: &str, arn: Node) -> Node {
        match kind {
            "SQS" => role::send_to_queue(self.span, prefix, arn),
            "SNS" => role::publish_to_topic(self.span, prefix, arn),
            "EventBridge" => role::put_events(self.span, prefix, arn),
            "Lambda" => role::invoke_function(self.span, prefix, arn),
            _ => role::put_into_bucket(self.span, prefix, arn),
        }
    }
}

/// The name of a condition that SAM makes.
fn condition_name(name: &str, hashed: &str) -> Text {
    let name = format!("{name}{}", logical_id::hash(hashed));
    Text::from(name.chars().take(LONGEST_CONDITION).collect::<String>())
}
