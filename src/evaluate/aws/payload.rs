//! From a resource to the configuration that AWS Config gets: shaped by the type's schema, without what can't be
//! known and what must not leave the machine.
//!
//! Beside the payload this makes the *shadow*: the resource as AWS Config can know it, unknown where the payload is
//! not what the template says. Whether a verdict hangs on that is asked of the embedded rules with the shadow.

use super::placeholder::{allows_text, placeholder};
use crate::aws::{Schema, Shape, Type};
use crate::evaluate::ReplacedProperty;
use crate::resolve::{Content, Part, Reason, Resource, Unknown, Value};
use crate::template::{Entry, Map, Span};
use serde_json::Value as Json;

/// The longest configuration that `StartResourceEvaluation` takes, in characters (AWS Config API Reference).
pub const LONGEST: usize = 51_200;

/// How deep properties may be nested.
const MAX_DEPTH: usize = 100;

/// What AWS Config gets of a resource.
#[derive(Clone, Debug)]
pub struct Payload {
    /// The properties as JSON text.
    pub text: String,
    /// What it does not get as the template has it.
    pub replaced: Vec<ReplacedProperty>,
    /// The properties, unknown where they were replaced.
    pub shadow: Value,
}

/// Shapes the properties of `resource`.
///
/// # Errors
/// Why the resource can't be sent, in one sentence without a full stop.
pub fn shape(resource: &Resource, schema: &Schema) -> Result<Payload, String> {
    let properties = match &resource.properties.content {
        Content::Map(_) | Content::Null => &resource.properties,
        Content::Unknown(unknown) => {
            return Err(format!("its properties can't be known before deployment: {}", unknown.reason));
        }
        _ => return Err("its properties can't be known before deployment".into()),
    };
    let mut shaper = Shaper { schema, replaced: Vec::new(), path: Vec::new() };
    let (json, shadow) = match shaper.value(properties, schema.root(), true)? {
        Some(shaped) => shaped,
        None => shaper.map(&Map::default(), properties.span, schema.root())?,
    };
    let text = json.to_string();
    let length = text.chars().count();
    if length > LONGEST {
        return Err(format!(
            "its properties are {length} characters of JSON, more than the {LONGEST} that AWS Config takes"
        ));
    }
    Ok(Payload { text, replaced: shaper.replaced, shadow })
}

/// A step on the way to a value.
#[derive(Clone, Debug)]
enum Step {
    Name(String),
    Item(usize),
}

struct Shaper<'a> {
    schema: &'a Schema,
    replaced: Vec<ReplacedProperty>,
    path: Vec<Step>,
}

/// The value to send, and its shadow; `None` is left out.
type Shaped = Option<(Json, Value)>;

impl Shaper<'_> {
    /// Shapes a value. `required`: it must not be left out.
    fn value(&mut self, value: &Value, shape: Shape<'_>, required: bool) -> Result<Shaped, String> {
        if self.path.len() > MAX_DEPTH {
            return Err("its properties are nested too deep".into());
        }
        let write_only = {
            let path: Vec<&str> = self.path.iter().map(Step::pattern).collect();
            !path.is_empty() && self.schema.is_write_only(&path)
        };
        if write_only {
            let reason = "the service never gives it back, so it may be a secret";
            let unknown = Value::not_known(value.span, Reason::Error);
            return self.replace(unknown, shape, required, true, reason.into());
        }
        match &value.content {
            Content::Unknown(unknown) => {
                let secret = is_secret(&unknown.reason);
                self.replace(value.clone(), shape, required, secret, why(unknown))
            }
            Content::Partial(parts) => self.partial(value, parts, shape, required),
            Content::Either(choice) => {
                let sent = choice.then.as_ref().or(choice.otherwise.as_ref());
                let before = self.replaced.len();
                let shaped = match sent {
                    Some(sent) => self.value(sent, shape, required)?,
                    None => None,
                };
                if self.replaced.len() == before {
                    let sent = if choice.then.is_some() { "true" } else { "false" };
                    self.note(
                        true,
                        format!("{}; sent as if the condition were {sent}", why(&choice.condition)),
                    );
                }
                Ok(shaped.map(|(json, _)| (json, value.clone())))
            }
            Content::Null if required => self.fill(value.span, shape),
            Content::Null => Ok(None),
            Content::List(items) => self.list(items, value, shape).map(Some),
            Content::Map(map) => self.map(map, value.span, shape).map(Some),
            Content::Boolean(_) | Content::Integer(_) | Content::Float(_) | Content::Text(_) => {
                let scalar = scalar(value, &shape.types());
                // CloudFormation takes a single value for a list of one.
                let json = match shape.types().as_slice() {
                    [Type::Array] => Json::Array(vec![self::scalar(value, &shape.item().types())]),
                    _ => scalar,
                };
                Ok(Some((json, value.clone())))
            }
        }
    }

    fn map(&mut self, map: &Map<Value>, span: Span, shape: Shape<'_>) -> Result<(Json, Value), String> {
        let required = shape.required();
        let mut members = serde_json::Map::new();
        let mut shadow = Map { entries: Vec::with_capacity(map.len()) };
        for entry in map {
            self.path.push(Step::Name(entry.key.to_string()));
            // What the schema doesn't allow is sent as it is: the service says so in its own words.
            let shaped = match shape.property(&entry.key) {
                Some(member) => {
                    let needed = required.contains(&&*entry.key);
                    let before = self.replaced.len();
                    let shaped = self.value(&entry.value, member, needed)?;
                    if shaped.is_none() && self.replaced.len() > before {
                        shadow.entries.push(Entry {
                            value: Value::not_known(entry.value.span, Reason::Error),
                            ..entry.clone()
                        });
                    }
                    shaped
                }
                None => Some((plain(&entry.value, 0), entry.value.clone())),
            };
            self.path.pop();
            if let Some((json, value)) = shaped {
                members.insert(entry.key.to_string(), json);
                shadow.entries.push(Entry { value, ..entry.clone() });
            }
        }
        for name in required {
            if members.contains_key(name) {
                continue;
            }
            let Some(member) = shape.property(name) else { continue };
            self.path.push(Step::Name(name.to_owned()));
            let filled = self.fill(span, member)?;
            self.path.pop();
            if let Some((json, value)) = filled {
                members.insert(name.to_owned(), json);
                shadow.entries.retain(|entry| &*entry.key != name);
                shadow.entries.push(Entry { key: name.into(), key_span: span, value });
            }
        }
        Ok((Json::Object(members), Value::new(span, Content::Map(shadow))))
    }

    fn list(&mut self, items: &[Value], list: &Value, shape: Shape<'_>) -> Result<(Json, Value), String> {
        let mut sent = Vec::with_capacity(items.len());
        let mut shadow = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            self.path.push(Step::Item(index));
            // An item that were left out would change the number of items.
            if let Some((json, value)) = self.value(item, shape.item(), true)? {
                sent.push(json);
                shadow.push(value);
            }
            self.path.pop();
        }
        Ok((Json::Array(sent), Value { content: Content::List(shadow), ..list.clone() }))
    }

    /// Text of which only parts are known: those are kept if the schema allows what comes out.
    fn partial(
        &mut self,
        value: &Value,
        parts: &[Part],
        shape: Shape<'_>,
        required: bool,
    ) -> Result<Shaped, String> {
        let unknown = |part: &Part| match part {
            Part::Unknown(unknown) => Some(std::sync::Arc::clone(unknown)),
            Part::Text(_) => None,
        };
        let first = parts.iter().find_map(unknown);
        let reason = first.as_deref().map_or_else(String::new, why);
        let secret = parts.iter().filter_map(unknown).any(|unknown| is_secret(&unknown.reason));
        let text: String = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => &**text,
                Part::Unknown(_) => "placeholder",
            })
            .collect();
        let types = shape.types();
        if (types.is_empty() || types.contains(&Type::String)) && allows_text(shape, &text) {
            self.note(true, reason);
            return Ok(Some((Json::String(text), value.clone())));
        }
        // With the known parts the shadow would know more than AWS Config does.
        let shadow = match first {
            Some(unknown) => Value { content: Content::Unknown(unknown), ..value.clone() },
            None => value.clone(),
        };
        self.replace(shadow, shape, required, secret, reason)
    }

    /// Sends a placeholder for what can't be known, or leaves it out if it may be a secret.
    fn replace(
        &mut self,
        shadow: Value,
        shape: Shape<'_>,
        required: bool,
        secret: bool,
        reason: String,
    ) -> Result<Shaped, String> {
        let made = if secret && !required { None } else { placeholder(shape) };
        match made {
            Some(json) => {
                self.note(true, reason);
                Ok(Some((json, shadow)))
            }
            None if required => {
                Err(format!("the required property {} can't be sent: {reason}", self.place()))
            }
            None => {
                self.note(false, reason);
                Ok(None)
            }
        }
    }

    /// A placeholder for a property that the type requires and the template doesn't give.
    fn fill(&mut self, span: Span, shape: Shape<'_>) -> Result<Shaped, String> {
        let unknown = Value::not_known(span, Reason::Error);
        self.replace(
            unknown,
            shape,
            true,
            false,
            "the type requires it, and the template doesn't give it".into(),
        )
    }

    fn note(&mut self, placeholder: bool, reason: String) {
        self.replaced.push(ReplacedProperty { property: self.place(), placeholder, reason });
    }

    /// The path as messages have it.
    fn place(&self) -> String {
        let mut place = String::new();
        for step in &self.path {
            match step {
                Step::Name(name) if place.is_empty() => place.push_str(name),
                Step::Name(name) => place.extend([".", name]),
                Step::Item(index) => place.push_str(&format!("[{index}]")),
            }
        }
        place
    }
}

impl Step {
    /// The step as a schema's pointers have it.
    fn pattern(&self) -> &str {
        match self {
            Step::Name(name) => name,
            Step::Item(_) => "*",
        }
    }
}

/// Whether the value itself is a secret, not just unknown.
fn is_secret(reason: &Reason) -> bool {
    match reason {
        Reason::Secret { .. } => true,
        Reason::DynamicReference { service } => &**service != "ssm",
        Reason::Elsewhere { reason, .. } => is_secret(reason),
        _ => false,
    }
}

fn why(unknown: &Unknown) -> String {
    unknown.reason.to_string()
}

/// A scalar as the schema wants it: CloudFormation takes `"true"` for `true` and back, AWS Config doesn't.
fn scalar(value: &Value, types: &[Type]) -> Json {
    let allows = |wanted: Type| types.contains(&wanted);
    let as_it_is = plain(value, 0);
    if types.is_empty() {
        return as_it_is;
    }
    let text = || value.as_text().map(|text| Json::String(text.into_owned()));
    let boolean = || value.as_boolean().map(Json::Bool);
    let integer = || value.as_integer().map(Json::from);
    let number = || value.as_number().and_then(serde_json::Number::from_f64).map(Json::Number);
    let fitting = match &value.content {
        Content::Text(_) if allows(Type::String) => Some(as_it_is.clone()),
        Content::Boolean(_) if allows(Type::Boolean) => Some(as_it_is.clone()),
        Content::Integer(_) if allows(Type::Integer) || allows(Type::Number) => Some(as_it_is.clone()),
        Content::Float(_) if allows(Type::Number) => Some(as_it_is.clone()),
        _ => None,
    };
    fitting
        .or_else(|| allows(Type::Boolean).then(boolean).flatten())
        .or_else(|| allows(Type::Integer).then(integer).flatten())
        .or_else(|| allows(Type::Number).then(number).flatten())
        .or_else(|| allows(Type::String).then(text).flatten())
        .unwrap_or(as_it_is)
}

/// A value as it is. What is unknown in it becomes text that says so.
fn plain(value: &Value, depth: usize) -> Json {
    match &value.content {
        _ if depth > MAX_DEPTH => Json::Null,
        Content::Null => Json::Null,
        Content::Boolean(boolean) => Json::Bool(*boolean),
        Content::Integer(integer) => Json::from(*integer),
        Content::Float(float) => serde_json::Number::from_f64(*float).map_or(Json::Null, Json::Number),
        Content::Text(text) => Json::String(text.to_string()),
        Content::List(items) => items.iter().map(|item| plain(item, depth + 1)).collect(),
        Content::Map(map) => Json::Object(
            map.iter().map(|entry| (entry.key.to_string(), plain(&entry.value, depth + 1))).collect(),
        ),
        Content::Partial(_) | Content::Either(_) | Content::Unknown(_) => "placeholder".into(),
    }
}
