//! Values that stand in for what can't be known: they satisfy the schema's type, pattern, limits and enumeration.

use crate::aws::{Shape, Type, matches};
use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Map, Value, json};

/// How deep a placeholder may be nested.
const MAX_DEPTH: usize = 12;
/// How often a repeatable part of a pattern is repeated at most, to reach a minimum length.
const MAX_REPEATS: u32 = 64;
/// How long a generated text may become.
const MAX_LENGTH: usize = 4_096;

/// Texts that are tried before one is made from the pattern: they read as what they are.
const TEXTS: &[&str] = &[
    "placeholder",
    "cfn-gate-placeholder",
    "Placeholder",
    "10.0.0.0/16",
    "10.0.0.1",
    "1",
    "subnet-00000000000000000",
    "sg-00000000000000000",
    "ami-00000000000000000",
    "arn:aws:iam::123456789012:role/placeholder",
    "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000",
    "arn:aws:s3:::placeholder",
    "2024-01-01T00:00:00Z",
];

/// A value that `shape` allows; `None` if none can be made.
pub(super) fn placeholder(shape: Shape<'_>) -> Option<Value> {
    build(shape, 0)
}

fn build(shape: Shape<'_>, depth: usize) -> Option<Value> {
    if depth > MAX_DEPTH {
        return None;
    }
    if let Some(allowed) = shape.allowed_values() {
        return allowed.first().cloned();
    }
    let types = shape.types();
    // What says nothing of its type takes text, as nearly every property does.
    match types.iter().find(|found| **found == Type::String).or(types.first()).unwrap_or(&Type::String) {
        Type::String => text(shape).map(Value::String),
        Type::Boolean => Some(Value::Bool(false)),
        Type::Integer | Type::Number => number(shape),
        Type::Array => {
            let count = shape.limit("minItems").unwrap_or(0).max(1);
            let item = build(shape.item(), depth + 1)?;
            (count <= 100).then(|| Value::Array(vec![item; count]))
        }
        Type::Object => {
            let mut members = Map::new();
            for name in shape.required() {
                members.insert(name.to_owned(), build(shape.property(name)?, depth + 1)?);
            }
            Some(Value::Object(members))
        }
    }
}

/// Whether `shape` allows this text.
pub(super) fn allows_text(shape: Shape<'_>, text: &str) -> bool {
    let length = text.chars().count();
    shape.limit("minLength").is_none_or(|least| length >= least)
        && shape.limit("maxLength").is_none_or(|most| length <= most)
        && shape.pattern().is_none_or(|pattern| matches(pattern, text))
        && shape.allowed_values().is_none_or(|allowed| allowed.iter().any(|value| value == text))
}

fn text(shape: Shape<'_>) -> Option<String> {
    if let Some(text) = TEXTS.iter().find(|text| allows_text(shape, text)) {
        return Some((*text).to_owned());
    }
    match shape.pattern() {
        Some(pattern) => from_pattern(pattern, shape),
        None => {
            let length =
                shape.limit("minLength").unwrap_or(1).min(shape.limit("maxLength").unwrap_or(1).max(1));
            let text = "x".repeat(length.min(MAX_LENGTH));
            allows_text(shape, &text).then_some(text)
        }
    }
}

fn number(shape: Shape<'_>) -> Option<Value> {
    let least = shape.bound("minimum");
    let most = shape.bound("maximum");
    let number = match (least, most) {
        (Some(least), _) => least.ceil().max(1.0_f64.min(most.unwrap_or(1.0))),
        (None, Some(most)) => most.floor().min(1.0),
        (None, None) => 1.0,
    };
    Some(json!(number as i64))
}

/// A text that `pattern` matches, as short as the limits allow.
fn from_pattern(pattern: &str, shape: Shape<'_>) -> Option<String> {
    let hir = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()?;
    let mut repeats = 0;
    while repeats <= MAX_REPEATS {
        let mut bytes = Vec::new();
        generate(&hir, repeats, &mut bytes, 0)?;
        let text = String::from_utf8(bytes).ok()?;
        if allows_text(shape, &text) {
            return Some(text);
        }
        repeats = (repeats * 2).max(1);
    }
    None
}

/// Appends what `hir` matches, with open-ended parts repeated `repeats` times if they may be.
fn generate(hir: &Hir, repeats: u32, text: &mut Vec<u8>, depth: usize) -> Option<()> {
    if depth > 100 || text.len() > MAX_LENGTH {
        return None;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => text.extend_from_slice(&literal.0),
        HirKind::Class(class) => text.push(member(class)?),
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            for _ in 0..repeats.clamp(repetition.min, most.max(repetition.min)) {
                generate(&repetition.sub, repeats, text, depth + 1)?;
            }
        }
        HirKind::Capture(capture) => generate(&capture.sub, repeats, text, depth + 1)?,
        HirKind::Concat(parts) => {
            for part in parts {
                generate(part, repeats, text, depth + 1)?;
            }
        }
        HirKind::Alternation(alternatives) => generate(alternatives.first()?, repeats, text, depth + 1)?,
    }
    Some(())
}

/// A character of a class: a letter or digit if it has one.
fn member(class: &Class) -> Option<u8> {
    let allowed = |byte: u8| match class {
        Class::Bytes(class) => {
            class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&byte))
        }
        Class::Unicode(class) => {
            class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&char::from(byte)))
        }
    };
    b"xa0A1-".iter().copied().chain(b' '..=b'~').find(|byte| allowed(*byte))
}
