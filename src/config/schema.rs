//! The JSON Schema of the configuration file, for editors.

use super::keys::GROUPS;
use super::shape::{Key, Shape};
use crate::rules;
use crate::rules::set::BuiltIn;
use serde_json::{Map, Value, json};

/// The JSON Schema, made from the table of keys. Draft 7: what editors know best.
pub fn schema() -> Value {
    let mut names: Vec<&str> = rules::all().map(|rule| rule.name).collect();
    names.sort_unstable();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "cfn-gate configuration",
        "description": "What .cfn-gate.yaml may say.",
        "definitions": {
            // Editors complete the names; a conformance pack may have others.
            "rule-name": {"anyOf": [{"enum": names}, {"type": "string", "minLength": 1}]},
            "scalar": {"type": ["string", "number", "boolean"]},
        },
        "anyOf": [keys(GROUPS.iter().flat_map(|group| group.keys)), {"type": "null"}],
    })
}

fn keys(keys: impl Iterator<Item = &'static Key>) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for key in keys {
        let mut schema = shape(&key.shape);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".into(), key.about.into());
        }
        properties.insert(key.name.into(), schema);
        required.extend(key.required.then_some(key.name));
    }
    let mut schema = json!({"type": "object", "additionalProperties": false});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema["properties"] = properties.into();
    schema
}

fn shape(found: &'static Shape) -> Value {
    match found {
        Shape::Flag => json!({"type": "boolean"}),
        // An ID of digits is a number to YAML: what can't be one has to be text.
        Shape::Text(form) if form.expected.ends_with("digits") => {
            json!({"type": ["string", "integer"], "pattern": form.expression})
        }
        Shape::Text(form) => json!({"type": "string", "pattern": form.expression}),
        Shape::OneOf(words) => json!({"enum": words()}),
        Shape::Count => json!({"type": "integer", "minimum": 1}),
        Shape::Path | Shape::Pattern => json!({"type": "string", "minLength": 1}),
        Shape::RuleSet => {
            let sets = BuiltIn::ALL.map(BuiltIn::as_str);
            json!({"anyOf": [{"enum": sets}, {"type": "string", "minLength": 1}]})
        }
        Shape::RuleName => reference("rule-name"),
        Shape::Rule => json!({"anyOf": [reference("rule-name"), {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": shape(&PARAMETERS),
        }]}),
        Shape::Scalar => reference("scalar"),
        Shape::List(item) => json!({"anyOf": [shape(item), {"type": "array", "items": shape(item)}]}),
        Shape::Map { key, value } => {
            let mut schema = json!({"type": "object", "additionalProperties": shape(value)});
            match key {
                Shape::Text(form) => schema["propertyNames"] = json!({"pattern": form.expression}),
                Shape::OneOf(words) => schema["propertyNames"] = json!({"enum": words()}),
                _ => {}
            }
            schema
        }
        Shape::Keys(known) => keys(known.iter()),
    }
}

/// The input parameters of a rule.
pub(super) static PARAMETERS: Shape = Shape::Map { key: &Shape::Scalar, value: &Shape::List(&Shape::Scalar) };

/// Wrapped, so that a description can stand beside it: draft 7 passes over what is beside a `$ref`.
fn reference(name: &str) -> Value {
    json!({"allOf": [{"$ref": format!("#/definitions/{name}")}]})
}
