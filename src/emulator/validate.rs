//! Holds a resource configuration to its type's schema, as the service does before it evaluates.

use crate::aws::{Schema, Shape, Type, matches};
use serde_json::Value;

/// How deep a configuration may be nested.
const MAX_DEPTH: usize = 100;

/// What is wrong with `properties`, each as "path: what".
pub(super) fn violations(schema: &Schema, properties: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema.root(), properties, "#", 0, &mut found);
    found
}

fn check(shape: Shape<'_>, value: &Value, path: &str, depth: usize, found: &mut Vec<String>) {
    if depth > MAX_DEPTH {
        found.push(format!("{path}: nested too deep"));
        return;
    }
    let types = shape.types();
    if !types.is_empty() && !types.iter().any(|wanted| is_of(*wanted, value)) {
        found.push(format!("{path}: expected type: {}, found: {}", names(&types), kind(value)));
        return;
    }
    if shape.allowed_values().is_some_and(|allowed| !allowed.contains(value)) {
        found.push(format!("{path}: the value is not one of the allowed values"));
    }
    match value {
        Value::Object(members) => {
            for name in shape.required().into_iter().filter(|name| !members.contains_key(*name)) {
                found.push(format!("{path}: required key [{name}] not found"));
            }
            for (name, value) in members {
                match shape.property(name) {
                    Some(member) => check(member, value, &format!("{path}/{name}"), depth + 1, found),
                    None => found.push(format!("{path}: extraneous key [{name}] is not permitted")),
                }
            }
        }
        Value::Array(items) => {
            limits(shape, "Items", items.len(), path, found);
            for (index, item) in items.iter().enumerate() {
                check(shape.item(), item, &format!("{path}/{index}"), depth + 1, found);
            }
        }
        Value::String(text) => {
            limits(shape, "Length", text.chars().count(), path, found);
            if shape.pattern().is_some_and(|pattern| !matches(pattern, text)) {
                found.push(format!("{path}: the text does not match the pattern of the schema"));
            }
        }
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            if shape.bound("minimum").is_some_and(|minimum| number < minimum)
                || shape.bound("maximum").is_some_and(|maximum| number > maximum)
            {
                found.push(format!("{path}: {number} is out of range"));
            }
        }
        Value::Null | Value::Bool(_) => {}
    }
}

fn limits(shape: Shape<'_>, what: &str, size: usize, path: &str, found: &mut Vec<String>) {
    if shape.limit(&format!("min{what}")).is_some_and(|least| size < least) {
        found.push(format!("{path}: {what} {size} is too small"));
    }
    if shape.limit(&format!("max{what}")).is_some_and(|most| size > most) {
        found.push(format!("{path}: {what} {size} is too large"));
    }
}

fn is_of(wanted: Type, value: &Value) -> bool {
    match wanted {
        Type::Boolean => value.is_boolean(),
        Type::Integer => value.is_i64() || value.is_u64(),
        Type::Number => value.is_number(),
        Type::String => value.is_string(),
        Type::Array => value.is_array(),
        Type::Object => value.is_object(),
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "Null",
        Value::Bool(_) => "Boolean",
        Value::Number(_) => "Number",
        Value::String(_) => "String",
        Value::Array(_) => "JSONArray",
        Value::Object(_) => "JSONObject",
    }
}

fn names(types: &[Type]) -> String {
    types
        .iter()
        .map(|name| match name {
            Type::Boolean => "Boolean",
            Type::Integer => "Integer",
            Type::Number => "Number",
            Type::String => "String",
            Type::Array => "JSONArray",
            Type::Object => "JSONObject",
        })
        .collect::<Vec<_>>()
        .join(" or ")
}
