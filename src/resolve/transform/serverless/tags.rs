//! Tags: a map in SAM, a list in what it becomes.

use super::Failure;
use super::properties::Properties;
use super::tree::{list, map, text};
use crate::template::{Content, Map, Node, Resource, Span};

/// Keys that SAM and the Serverless Application Repository keep for themselves.
const RESERVED: [&str; 3] =
    ["lambda:createdBy", "serverlessrepo:applicationId", "serverlessrepo:semanticVersion"];

/// SAM's own tag, then those of the resource.
pub(super) fn with_own(resource: &Resource, span: Span, tags: Option<&Node>) -> Result<Node, Failure> {
    let mut items = vec![tag(span, "lambda:createdBy", text(span, "SAM"))];
    if let Some(tags) = tags.and_then(Node::as_map) {
        if let Some(entry) = tags.iter().find(|entry| RESERVED.contains(&&*entry.key)) {
            let message = format!(
                "{} can't have the tag `{}`, which the Serverless Application Model keeps for itself",
                resource.called(),
                entry.key
            );
            return Err(Failure::new(entry.key_span, message));
        }
        items.extend(items_of(tags));
    }
    Ok(list(span, items))
}

/// The tags of a resource as a list.
pub(super) fn as_list(span: Span, tags: &Map<Node>) -> Node {
    list(span, items_of(tags))
}

fn items_of(tags: &Map<Node>) -> impl Iterator<Item = Node> {
    tags.iter().map(|entry| {
        let value = match entry.value.content {
            Content::Null => text(entry.value.span, ""),
            _ => entry.value.clone(),
        };
        tag(entry.key_span, &entry.key, value)
    })
}

fn tag(span: Span, key: &str, value: Node) -> Node {
    map(span, [("Key", text(span, key)), ("Value", value)])
}

/// The types whose tags SAM replaces where it propagates those of a SAM resource.
const TAGGED: [&str; 7] = [
    "AWS::IAM::Role",
    "AWS::IoT::TopicRule",
    "AWS::Lambda::Function",
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::StepFunctions::StateMachine",
];

/// The tags that a resource hands on, if it does.
pub(super) fn propagated<'n>(properties: &Properties<'n>) -> Option<&'n Map<Node>> {
    properties.given("PropagateTags")?;
    properties.given("Tags")?.as_map()
}

/// Gives what was made the tags of its SAM resource, if that wants it: in the place of SAM's own.
pub(super) fn propagate(properties: &Properties, made: &mut [Resource]) {
    let Some(tags) = propagated(properties) else { return };
    let tags = as_list(properties.span_of("Tags"), tags);
    for resource in made.iter_mut().filter(|resource| TAGGED.contains(&&*resource.resource_type)) {
        resource.set("Tags", tags.clone());
    }
}
