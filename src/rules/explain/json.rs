//! A template's tree as JSON.

use super::call;
use crate::template::{Content, Node};
use serde_json::{Value, json};

/// `node` as JSON. Functions have their long form there.
pub(super) fn of(node: &Node) -> Value {
    match &node.content {
        Content::Null => Value::Null,
        Content::Boolean(value) => json!(value),
        Content::Integer(value) => json!(value),
        Content::Float(value) => json!(value),
        Content::Text(text) => json!(**text),
        Content::List(items) => items.iter().map(of).collect(),
        Content::Map(map) => match call(map) {
            // `!GetAtt A.Arn` has no counterpart in JSON but the list.
            Some(("Fn::GetAtt", Node { content: Content::Text(text), .. })) => {
                let (resource, attribute) = text.split_once('.').unwrap_or((text, ""));
                json!({"Fn::GetAtt": [resource, attribute]})
            }
            _ => map.iter().map(|entry| (entry.key.to_string(), of(&entry.value))).collect(),
        },
    }
}
