//! Properties that hold a JSON object, written as a map or as text: policy documents, settings of tasks.

use super::check::Check;
use super::subject::{NOTHING, Subject};
use super::truth::{Found, Truth};
use super::wanted::Wanted;
use crate::resolve::{Content, Part, Unknown, Value};
use crate::template::{Entry, Map, Span};
use serde_json::Value as Json;
use std::borrow::Cow;
use std::sync::Arc;

/// Stands in the text for the first part that is not known; the ones after it for the next parts. They are of a
/// private-use area of Unicode, so text with one of them is not read.
const FIRST_HOLE: u32 = 0xF_0000;
const LAST_HOLE: u32 = 0xF_FFFD;

/// The document that `value` is, or that its JSON text holds. `None` if it is neither a map nor such text. JSON
/// that is nested more than 128 deep is not read.
pub fn read(value: &Value) -> Option<Cow<'_, Value>> {
    match &value.content {
        Content::Map(_) => Some(Cow::Borrowed(value)),
        Content::Text(text) => parse(&[Part::Text(text.clone())], value.span),
        Content::Partial(parts) => parse(parts, value.span),
        _ => None,
    }
    .filter(|document| document.as_map().is_some())
}

/// Decides `check` for the JSON object at `path`; if there is none, for nothing but absent properties.
pub(super) fn decide<'a>(path: &'static str, check: &Check, subject: &Subject<'a>) -> Truth<'a> {
    subject.look(path, &mut |place| {
        let object = place.value.map(read);
        match (place.value, object) {
            (Some(value), Some(Some(Cow::Borrowed(_)))) => check.evaluate(&subject.inside(&place, value)),
            (Some(_), Some(Some(Cow::Owned(object)))) => {
                check.evaluate(&subject.inside(&place, &object)).detach(subject.parameters)
            }
            (Some(value), Some(None)) if value.unknown().is_some() => {
                place.unknown(Found::of(value), Wanted::Present)
            }
            (Some(_), _) => place.unknown(
                Found::Statement(Cow::Owned(format!(
                    "{} is neither a map nor a JSON object",
                    place.property()
                ))),
                Wanted::Present,
            ),
            (None, _) => check.evaluate(&subject.inside(&place, &NOTHING)),
        }
    })
}

fn parse<'v>(parts: &[Part], span: Span) -> Option<Cow<'v, Value>> {
    let mut text = String::new();
    let mut holes = Vec::new();
    for part in parts {
        match part {
            Part::Text(known) if known.chars().any(|character| hole(character).is_some()) => return None,
            Part::Text(known) => text.push_str(known),
            Part::Unknown(unknown) => {
                let code = FIRST_HOLE.checked_add(u32::try_from(holes.len()).ok()?)?;
                text.push(char::from_u32(code).filter(|_| code <= LAST_HOLE)?);
                holes.push(unknown.clone());
            }
        }
    }
    let json = serde_json::from_str(&text).ok()?;
    Some(Cow::Owned(convert(json, span, &holes)))
}

/// The number of the part that the character stands for.
fn hole(character: char) -> Option<usize> {
    let code = u32::from(character);
    (FIRST_HOLE..=LAST_HOLE).contains(&code).then(|| (code - FIRST_HOLE) as usize)
}

fn convert(json: Json, span: Span, holes: &[Arc<Unknown>]) -> Value {
    let content = match json {
        Json::Null => Content::Null,
        Json::Bool(boolean) => Content::Boolean(boolean),
        Json::Number(number) => match number.as_i64() {
            Some(integer) => Content::Integer(integer),
            None => Content::Float(number.as_f64().unwrap_or(f64::MAX)),
        },
        Json::String(text) => fill(&text, holes),
        Json::Array(items) => {
            Content::List(items.into_iter().map(|item| convert(item, span, holes)).collect())
        }
        Json::Object(object) => {
            let entries = object.into_iter();
            let entries = entries.map(|(key, value)| Entry {
                key: key.into(),
                key_span: span,
                value: convert(value, span, holes),
            });
            Content::Map(Map { entries: entries.collect() })
        }
    };
    Value::new(span, content)
}

/// Text with the parts that are not known put back in their places.
fn fill(text: &str, holes: &[Arc<Unknown>]) -> Content {
    let mut parts = Vec::new();
    let mut known = String::new();
    for character in text.chars() {
        match hole(character).and_then(|index| holes.get(index)) {
            None => known.push(character),
            Some(unknown) => {
                if !known.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut known).into()));
                }
                parts.push(Part::Unknown(unknown.clone()));
            }
        }
    }
    if parts.is_empty() {
        return Content::Text(known.into());
    }
    if !known.is_empty() {
        parts.push(Part::Text(known.into()));
    }
    match parts.as_slice() {
        [Part::Unknown(unknown)] => Content::Unknown(unknown.clone()),
        _ => Content::Partial(parts.into()),
    }
}
