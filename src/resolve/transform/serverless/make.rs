//! What SAM makes: resources, with the attributes that they take over.

use super::tree::entry;
use crate::template::{Content, Map, Node, Resource, Span, Text};

impl Resource {
    /// A resource that SAM makes because of what stands at `span`.
    #[inline(never)]
    pub(super) fn make(resource_type: &'static str, logical_id: impl Into<Text>, span: Span) -> Resource {
        let properties = Node { span, content: Content::Map(Map::default()) };
        let made = Resource::new(logical_id.into(), span, Text::from(resource_type), span);
        Resource { properties: Some(properties), ..made }
    }

    /// Gives it a property.
    #[inline(never)]
    pub(super) fn set(&mut self, name: &str, value: Node) {
        if let Some(properties) = self.properties.as_mut().and_then(Node::as_map_mut) {
            match properties.get_mut(name) {
                Some(slot) => *slot = value,
                None => properties.entries.push(entry(value.span, name, value)),
            }
        }
    }

    /// The same with a property.
    #[inline(never)]
    pub(super) fn with(mut self, name: &str, value: Node) -> Resource {
        self.set(name, value);
        self
    }

    /// The same with a property, if there is a value that isn't null.
    #[inline(never)]
    pub(super) fn with_some(mut self, name: &str, value: Option<&Node>) -> Resource {
        if let Some(value) = value.filter(|value| value.content != Content::Null) {
            self.set(name, value.clone());
        }
        self
    }

    /// The same with the attributes that SAM hands on from a resource to all that it becomes.
    #[inline(never)]
    pub(super) fn under(mut self, origin: &Resource) -> Resource {
        self.condition.clone_from(&origin.condition);
        self.deletion_policy.clone_from(&origin.deletion_policy);
        self.update_replace_policy.clone_from(&origin.update_replace_policy);
        self
    }

    /// The same with the attributes that the resource in the place of the SAM resource has.
    #[inline(never)]
    pub(super) fn in_place_of(mut self, origin: &Resource) -> Resource {
        self = self.under(origin);
        self.update_policy.clone_from(&origin.update_policy);
        self.metadata.clone_from(&origin.metadata);
        self
    }

    /// What messages call the resource: "the function `Hello`".
    #[inline(never)]
    pub(super) fn called(&self) -> String {
        let kind = match self.resource_type.strip_prefix(super::PREFIX).unwrap_or(&self.resource_type) {
            "Api" => "API",
            "Application" => "application",
            "CapacityProvider" => "capacity provider",
            "Connector" => "connector",
            "Function" => "function",
            "GraphQLApi" => "GraphQL API",
            "HttpApi" => "HTTP API",
            "LayerVersion" => "layer version",
            "NetworkConnector" => "network connector",
            "SimpleTable" => "simple table",
            "StateMachine" => "state machine",
            "WebSocketApi" => "WebSocket API",
            _ => "resource",
        };
        format!("the {kind} `{}`", self.logical_id)
    }

    /// Whether it has a property.
    #[inline(never)]
    pub(super) fn property(&self, name: &str) -> Option<&Node> {
        self.properties.as_ref()?.as_map()?.get(name)
    }
}
