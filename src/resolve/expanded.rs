//! A template after its local includes, loops and serverless resources were expanded, as JSON: what `cfn-gate resolve
//! --expanded` prints. Functions stand as they are.

use super::sections::Sections;
use crate::template::{Content, Map, Node, Output, Parameter, Resource, Template, Text};
use serde_json::{Map as Object, Value as Json, json};

/// The template. Defaults of secret parameters are left out.
pub(super) fn to_json(template: &Template, sections: &Sections) -> Json {
    let mut document = Object::new();
    let mut add = |key: &str, section: Json| {
        let is_empty = section.as_object().is_some_and(Object::is_empty);
        if !is_empty && !section.is_null() {
            document.insert(key.to_owned(), section);
        }
    };
    add("Description", json!(template.description.as_deref()));
    let transforms = template
        .transforms
        .iter()
        .filter(|transform| !transform.is_serverless() && !transform.is_language_extensions())
        .map(|transform| json!(&*transform.name));
    match transforms.collect::<Vec<_>>() {
        transforms if transforms.is_empty() => {}
        transforms => add("Transform", Json::Array(transforms)),
    }
    add("Metadata", template.metadata.as_ref().map_or(Json::Null, node));
    add("Parameters", object(template.parameters.iter().map(|entry| (&entry.name, parameter(entry)))));
    add("Rules", map(&template.rules));
    add("Mappings", map(&template.mappings));
    add("Conditions", map(&sections.conditions));
    add("Resources", object(sections.resources.iter().map(|entry| (&entry.logical_id, resource(entry)))));
    add("Outputs", object(sections.outputs.iter().map(|entry| (&entry.name, output(entry)))));
    Json::Object(document)
}

fn object<'t>(entries: impl Iterator<Item = (&'t Text, Json)>) -> Json {
    Json::Object(entries.map(|(name, value)| (name.to_string(), value)).collect())
}

/// The fields that there are.
fn fields<const COUNT: usize>(fields: [(&str, Option<Json>); COUNT]) -> Json {
    Json::Object(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

fn parameter(parameter: &Parameter) -> Json {
    let texts = |values: &Vec<(Text, _)>| values.iter().map(|(value, _)| json!(&**value)).collect();
    fields([
        ("Type", Some(json!(&*parameter.parameter_type))),
        ("Default", parameter.default.as_ref().filter(|_| !parameter.no_echo).map(node)),
        ("NoEcho", parameter.no_echo.then_some(json!(true))),
        ("AllowedValues", parameter.allowed_values.as_ref().filter(|_| !parameter.no_echo).map(texts)),
        ("AllowedPattern", parameter.allowed_pattern.as_ref().map(|(pattern, _)| json!(&**pattern))),
        ("ConstraintDescription", parameter.constraint_description.as_ref().map(|text| json!(&**text))),
        ("MinLength", parameter.min_length.map(|length| json!(length))),
        ("MaxLength", parameter.max_length.map(|length| json!(length))),
        ("MinValue", parameter.min_value.map(|value| json!(value))),
        ("MaxValue", parameter.max_value.map(|value| json!(value))),
    ])
}

fn resource(resource: &Resource) -> Json {
    let depends_on: Vec<_> = resource.depends_on.iter().map(|(name, _)| json!(&**name)).collect();
    fields([
        ("Type", Some(json!(&*resource.resource_type))),
        ("Condition", resource.condition.as_ref().map(|(name, _)| json!(&**name))),
        ("DependsOn", (!depends_on.is_empty()).then_some(Json::Array(depends_on))),
        ("Metadata", resource.metadata.as_ref().map(node)),
        ("DeletionPolicy", resource.deletion_policy.as_ref().map(node)),
        ("UpdateReplacePolicy", resource.update_replace_policy.as_ref().map(node)),
        ("UpdatePolicy", resource.update_policy.as_ref().map(node)),
        ("CreationPolicy", resource.creation_policy.as_ref().map(node)),
        ("Properties", resource.properties.as_ref().map(node)),
    ])
}

fn output(output: &Output) -> Json {
    fields([
        ("Condition", output.condition.as_ref().map(|(name, _)| json!(&**name))),
        ("Value", Some(node(&output.value))),
        ("Export", output.export_name.as_ref().map(|name| json!({ "Name": node(name) }))),
    ])
}

fn map(map: &Map<Node>) -> Json {
    if let [entry] = map.entries.as_slice()
        && &*entry.key == "Fn::GetAtt"
        && let Some((resource, attribute)) = entry.value.as_text().and_then(|text| text.split_once('.'))
    {
        // The one form that CloudFormation's JSON knows.
        return json!({ "Fn::GetAtt": [resource, attribute] });
    }
    object(map.iter().map(|entry| (&entry.key, node(&entry.value))))
}

fn node(value: &Node) -> Json {
    match &value.content {
        Content::Null => Json::Null,
        Content::Boolean(boolean) => json!(boolean),
        Content::Integer(integer) => json!(integer),
        Content::Float(float) => json!(float),
        Content::Text(text) => json!(&**text),
        Content::List(items) => items.iter().map(node).collect(),
        Content::Map(entries) => map(entries),
    }
}
