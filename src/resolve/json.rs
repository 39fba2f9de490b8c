//! A stack as one JSON document: what `cfn-gate resolve` prints.
//!
//! A value that can't be known is `{"$unknown": why}`; text that is known in part has `$parts` beside it, a
//! choice `$either`, in which absence is `{"$absent": true}`.

use super::{Content, Part, Resource, Stack, Unknown, Value};
use crate::source::{Construct, NestedIn, Provenance};
use crate::template::{Diagnostic, Entry, Level};
use serde_json::{Map, Value as Json, json};

impl Stack {
    /// The document.
    pub fn to_json(&self) -> Json {
        let template = self.files.first().map_or("", |file| &file.name);
        let resources: Map<String, Json> = self
            .resources
            .iter()
            .map(|resource| {
                let construct = self.provenance.construct(&resource.logical_id);
                (resource.logical_id.to_string(), resource_json(resource, construct))
            })
            .collect();
        let outputs: Map<String, Json> = self.outputs.iter().map(entry_json).collect();
        let mut document = self.provenance_json();
        let rest = json!({
            "template": template,
            "resources": resources,
            "outputs": outputs,
            "errors": self.messages(Level::Error),
            "warnings": self.messages(Level::Warning),
            "complete": self.incomplete.is_empty(),
        });
        if let Json::Object(rest) = rest {
            document.extend(rest);
        }
        Json::Object(document)
    }

    /// What is known of the stack beside its template; nothing for a template by itself.
    fn provenance_json(&self) -> Map<String, Json> {
        let Provenance { display_name, nested_in, account_id, region, stack_name, .. } = &self.provenance;
        let mut document = Map::new();
        if let Some(display_name) = display_name {
            document.insert("stack".to_owned(), json!(display_name));
            document.insert("stack_name".to_owned(), json!(stack_name));
            document.insert("environment".to_owned(), json!({ "account": account_id, "region": region }));
        }
        if let Some(NestedIn { parent, logical_id }) = nested_in {
            document.insert("nested_in".to_owned(), json!({ "stack": parent, "logical_id": &**logical_id }));
        }
        document
    }

    fn messages(&self, level: Level) -> Vec<Json> {
        let mut messages: Vec<_> = self
            .diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.level == level)
            .map(|diagnostic| self.diagnostic_json(diagnostic))
            .collect();
        if level == Level::Warning {
            messages.extend(self.incomplete.iter().map(|incomplete| {
                json!({
                    "message": incomplete.message,
                    "line": incomplete.span.line,
                    "column": incomplete.span.column,
                })
            }));
        }
        messages
    }

    fn diagnostic_json(&self, diagnostic: &Diagnostic) -> Json {
        let Diagnostic { span, message, help, .. } = diagnostic;
        let mut json = json!({ "message": message, "line": span.line, "column": span.column });
        if let (Some(help), Some(object)) = (help, json.as_object_mut()) {
            object.insert("help".to_owned(), json!(help));
        }
        // Only what stands in an included file needs to say so.
        let file = self.files.get(usize::from(span.file.0)).filter(|_| span.file.0 > 0);
        if let (Some(file), Some(object)) = (file, json.as_object_mut()) {
            object.insert("file".to_owned(), json!(file.name));
        }
        json
    }
}

fn resource_json(resource: &Resource, construct: Option<&Construct>) -> Json {
    let condition = match (&resource.condition_name, &resource.condition) {
        (Some(name), Some(unknown)) => json!({ "$unknown": unknown.to_string(), "name": &**name }),
        (Some(name), None) => json!(&**name),
        (None, _) => Json::Null,
    };
    let mut json = json!({
        "type": &*resource.resource_type,
        "properties": resource.properties.to_json(),
        "condition": condition,
        "line": resource.span.line,
        "column": resource.span.column,
    });
    if let (Some(made_by), Some(object)) = (&resource.made_by, json.as_object_mut()) {
        let made_by = json!({ "type": &*made_by.resource_type, "logical_id": &*made_by.logical_id });
        object.insert("made_by".to_owned(), made_by);
    }
    if let (Some(construct), Some(object)) = (construct, json.as_object_mut()) {
        object.insert("construct_path".to_owned(), json!(&*construct.path));
        let source = construct.source.as_ref().map(ToString::to_string);
        object.insert("source".to_owned(), json!(source));
        if construct.is_library_code {
            object.insert("library_code".to_owned(), json!(true));
        }
    }
    json
}

fn entry_json(entry: &Entry<Value>) -> (String, Json) {
    (entry.key.to_string(), entry.value.to_json())
}

impl Value {
    /// The value as JSON, unknown values as the module describes.
    pub fn to_json(&self) -> Json {
        match &self.content {
            Content::Null => Json::Null,
            Content::Boolean(boolean) => json!(boolean),
            Content::Integer(integer) => json!(integer),
            Content::Float(float) => json!(float),
            Content::Text(text) => json!(&**text),
            Content::List(items) => items.iter().map(Value::to_json).collect(),
            Content::Map(map) => Json::Object(map.iter().map(entry_json).collect()),
            Content::Partial(parts) => {
                let parts: Vec<_> = parts.iter().map(part_json).collect();
                json!({ "$unknown": self.unknown().map(Unknown::to_string), "$parts": parts })
            }
            Content::Either(choice) => {
                let branch = |value: &Option<Value>| match value {
                    Some(value) => value.to_json(),
                    None => json!({ "$absent": true }),
                };
                json!({
                    "$unknown": choice.condition.to_string(),
                    "$either": [branch(&choice.then), branch(&choice.otherwise)],
                })
            }
            Content::Unknown(unknown) => unknown_json(unknown),
        }
    }
}

fn part_json(part: &Part) -> Json {
    match part {
        Part::Text(text) => json!(&**text),
        Part::Unknown(unknown) => unknown_json(unknown),
    }
}

fn unknown_json(unknown: &Unknown) -> Json {
    json!({ "$unknown": unknown.to_string() })
}
