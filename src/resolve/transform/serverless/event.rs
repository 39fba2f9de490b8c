//! The events of a function or state machine: what they have in common.

use super::Failure;
use super::properties::{Properties, Property};
use super::tree::{attribute, reference};
use crate::template::{Entry, Map, Node, Resource, Span, Text};

/// An event of a resource.
pub(super) struct Event<'e> {
    /// Its name among the events of the resource.
    pub name: &'e Text,
    /// Where the name stands.
    pub span: Span,
    /// The resource's logical ID and the name: what the logical IDs of what is made begin with.
    pub prefix: String,
    /// Its type: `S3`, `Schedule`…
    pub event_type: &'e Text,
    properties: Option<&'e Node>,
    /// What messages call it.
    pub called: String,
}

impl<'e> Event<'e> {
    /// Reads an entry of `Events`: `{Type, Properties}`.
    pub fn read(owner: &Resource, entry: &'e Entry<Node>) -> Result<Self, Failure> {
        let Entry { key: name, key_span: span, value } = entry;
        let called = format!("the event `{name}` of {}", owner.called());
        let Some(fields) = value.as_map() else {
            let message = format!("{called} has to be a map, found {}", value.kind());
            return Err(Failure::new(value.span, message));
        };
        let Some(event_type) = fields.get("Type") else {
            return Err(Failure::new(*span, format!("{called} needs `Type`")));
        };
        let Some(event_type) = event_type.as_text() else {
            let message = format!("the type of {called} has to be text, found {}", event_type.kind());
            return Err(Failure::new(event_type.span, message));
        };
        let prefix = format!("{}{name}", owner.logical_id);
        Ok(Event { name, span: *span, prefix, event_type, properties: fields.get("Properties"), called })
    }

    /// The properties, after they were checked.
    pub fn properties(&self, known: &[Property]) -> Result<Properties<'e>, Failure> {
        Properties::read(&self.called, self.span, self.properties, known)
    }

    /// What events are sorted by: their path, or their name.
    pub fn order(&self) -> &str {
        let path = self.raw().and_then(|properties| properties.get("Path"));
        path.and_then(Node::as_text).unwrap_or(self.name)
    }

    /// An error at a property of the event.
    pub fn error(&self, span: Span, message: &str) -> Failure {
        Failure::new(span, format!("{}: {message}", self.called))
    }

    /// The properties, unchecked.
    pub fn raw(&self) -> Option<&'e Map<Node>> {
        self.properties?.as_map()
    }
}

/// What events call: the function, or the alias that is published.
pub(super) struct Target {
    /// The function's logical ID.
    pub function: Text,
    /// The alias's logical ID, if there is one.
    pub alias: Option<Text>,
}

impl Target {
    /// The name to give as `FunctionName`: the function's name or the alias's ARN.
    pub fn name(&self, span: Span) -> Node {
        reference(span, self.alias.clone().unwrap_or_else(|| self.function.clone()))
    }

    /// The ARN of what is called.
    pub fn arn(&self, span: Span) -> Node {
        match &self.alias {
            Some(alias) => reference(span, alias.clone()),
            None => attribute(span, self.function.clone(), "Arn"),
        }
    }

    /// The logical ID of what is called.
    pub fn logical_id(&self) -> &Text {
        self.alias.as_ref().unwrap_or(&self.function)
    }
}
