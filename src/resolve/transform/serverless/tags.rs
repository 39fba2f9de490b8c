//! Tags: a map in SAM, a list in what it becomes.

use super::Failure;
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
