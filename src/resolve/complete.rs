//! What CloudFormation itself has worked out: the properties in a change set, in place of what can't be known here.
//!
//! Facts: AWS CloudFormation API Reference, "ResourceChange": `AfterContext` is JSON text with the resource's `Properties`.
//! What CloudFormation can't know either is text with `{{changeSet:KNOWN_AFTER_APPLY}}` in it.

use super::{Content, Reason, Resource, Unknown, Value};
use crate::template::{Entry, Map};
use serde_json::Value as Json;

/// How deep properties may be nested.
const MAX_DEPTH: usize = 100;

/// Fills what is not known of `resource` from the `AfterContext` of its change. What is known stays as it is, and what is
/// a secret stays unknown. The resource is in the change set, so its condition is true.
pub fn complete(resource: &mut Resource, after: &str) {
    resource.condition = None;
    let Ok(Json::Object(mut after)) = serde_json::from_str(after) else { return };
    if let Some(properties) = after.remove("Properties") {
        fill(&mut resource.properties, properties, 0);
    }
}

fn fill(value: &mut Value, known: Json, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    if let Some(unknown) = value.unknown() {
        if !is_secret(unknown)
            && let Some(content) = content(value, &known, depth)
        {
            value.content = content;
        }
        return;
    }
    match (&mut value.content, known) {
        (Content::List(items), Json::Array(known)) if items.len() == known.len() => {
            items.iter_mut().zip(known).for_each(|(item, known)| fill(item, known, depth + 1));
        }
        (Content::Map(map), Json::Object(mut known)) => {
            // A choice that turned out to be `AWS::NoValue` is not in the change set.
            map.entries.retain(|entry| known.contains_key(&*entry.key) || !entry.value.may_be_absent());
            for entry in &mut map.entries {
                if let Some(known) = known.remove(&*entry.key) {
                    fill(&mut entry.value, known, depth + 1);
                }
            }
        }
        _ => {}
    }
}

/// The content that the change set has for `value`; `None` if it isn't known there either.
fn content(value: &Value, known: &Json, depth: usize) -> Option<Content> {
    if depth > MAX_DEPTH {
        return None;
    }
    let inner = |known: &Json| {
        Some(Value { content: content(value, known, depth + 1)?, span: value.span, origin: value.origin })
    };
    Some(match known {
        Json::Null => return None,
        Json::Bool(boolean) => Content::Boolean(*boolean),
        Json::Number(number) => match number.as_i64() {
            Some(integer) => Content::Integer(integer),
            None => Content::Float(number.as_f64()?),
        },
        Json::String(text) if is_known(text) => Content::Text(text.as_str().into()),
        Json::String(_) => return None,
        Json::Array(items) => Content::List(items.iter().map(inner).collect::<Option<_>>()?),
        Json::Object(members) => {
            let entry = |(name, known): (&String, &Json)| {
                Some(Entry { key: name.as_str().into(), key_span: value.span, value: inner(known)? })
            };
            Content::Map(Map { entries: members.iter().map(entry).collect::<Option<_>>()? })
        }
    })
}

/// Whether text is a value: no mark of CloudFormation's, no reference, no mask over a secret.
fn is_known(text: &str) -> bool {
    let is_masked = !text.is_empty() && text.bytes().all(|byte| byte == b'*');
    !is_masked && !text.contains("{{changeSet:") && !text.contains("{{resolve:")
}

fn is_secret(unknown: &Unknown) -> bool {
    fn is(reason: &Reason) -> bool {
        match reason {
            Reason::Secret { .. } | Reason::DynamicReference { .. } => true,
            Reason::Elsewhere { reason, .. } => is(reason),
            _ => false,
        }
    }
    is(&unknown.reason)
}
