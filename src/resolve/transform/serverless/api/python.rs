//! Values as text, byte for byte as Python writes them: what SAM's logical IDs are hashed from.

use super::piece::{Content, Fields, Piece, Word};
use sha1::{Digest, Sha1};
use std::fmt::Write as _;

/// The beginning of the SHA-1 hash of some text, in hexadecimal.
pub(super) fn hash(text: &str, length: usize) -> String {
    let mut hash = String::with_capacity(40);
    for byte in Sha1::digest(text.as_bytes()) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash.truncate(length);
    hash
}

/// A logical ID: `prefix` and ten digits of a hash of `data`, if it has any content.
pub(super) fn logical_id(prefix: &str, data: Option<&Piece>) -> String {
    let text = match data.filter(|data| data.is_set()) {
        None => return prefix.to_owned(),
        Some(Piece { content: Content::Text(word), .. }) => word.text.to_string(),
        Some(data) => json(data, Json::SORTED),
    };
    format!("{prefix}{}", hash(&text, 10))
}

/// How `json.dumps` writes.
#[derive(Clone, Copy)]
pub(super) struct Json {
    comma: &'static str,
    colon: &'static str,
    is_sorted: bool,
}

impl Json {
    /// `json.dumps(value)`.
    pub(super) const DEFAULT: Json = Json { comma: ", ", colon: ": ", is_sorted: false };
    /// `json.dumps(value, separators=(",", ":"), sort_keys=True)`.
    pub(super) const SORTED: Json = Json { comma: ",", colon: ":", is_sorted: true };
}

/// What `json.dumps` makes of a value.
pub(super) fn json(tree: &Piece, style: Json) -> String {
    let mut out = String::new();
    write_json(&mut out, tree, style);
    out
}

fn write_json(out: &mut String, tree: &Piece, style: Json) {
    match &tree.content {
        Content::Null => out.push_str("null"),
        Content::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
        Content::Integer(value) => {
            let _ = write!(out, "{value}");
        }
        Content::Float(value) => write_float(out, *value),
        Content::Text(word) => write_json_text(out, &word.text),
        Content::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { style.comma });
                write_json(out, item, style);
            }
            out.push(']');
        }
        Content::Map(fields) => {
            let mut fields = fields.in_order();
            if style.is_sorted {
                fields.sort_by(|left, right| left.key.text.chars().cmp(right.key.text.chars()));
            }
            out.push('{');
            for (index, field) in fields.into_iter().enumerate() {
                out.push_str(if index == 0 { "" } else { style.comma });
                write_json_text(out, &field.key.text);
                out.push_str(style.colon);
                write_json(out, &field.value, style);
            }
            out.push('}');
        }
    }
}

fn write_json_text(out: &mut String, text: &str) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            ' '..='~' => out.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
}

/// What `str` of Python 2 made of a value that is not text.
pub(super) fn print(tree: &Piece) -> String {
    let mut out = String::new();
    write_value(&mut out, tree);
    out
}

fn write_value(out: &mut String, tree: &Piece) {
    match &tree.content {
        Content::Null => out.push_str("None"),
        Content::Boolean(value) => out.push_str(if *value { "True" } else { "False" }),
        Content::Integer(value) => {
            let _ = write!(out, "{value}");
        }
        Content::Float(value) => write_float(out, *value),
        Content::Text(word) => write_word(out, word),
        Content::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                write_value(out, item);
            }
            out.push(']');
        }
        Content::Map(fields) => write_fields(out, fields),
    }
}

fn write_fields(out: &mut String, fields: &Fields) {
    out.push('{');
    for (index, field) in fields.in_order().into_iter().enumerate() {
        out.push_str(if index == 0 { "" } else { ", " });
        write_word(out, &field.key);
        out.push_str(": ");
        write_value(out, &field.value);
    }
    out.push('}');
}

/// Text in quotes. That of a template is written in ASCII, with a `u` before it.
fn write_word(out: &mut String, word: &Word) {
    let text = &*word.text;
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    if word.is_written {
        out.push('u');
    }
    out.push(quote);
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // The backslash before a quote was doubled, and halved again.
            '\'' if quote == '\'' => out.push_str("\\'"),
            ' '..='~' => out.push(character),
            _ if !word.is_written && !character.is_control() && character > '\u{a0}' => out.push(character),
            _ => {
                let code = u32::from(character);
                let _ = match code {
                    0..=0xff => write!(out, "\\x{code:02x}"),
                    0x100..=0xffff => write!(out, "\\u{code:04x}"),
                    _ => write!(out, "\\U{code:08x}"),
                };
            }
        }
    }
    out.push(quote);
}

/// The shortest digits that give the number back. Rust leaves out the sign and a zero of exponents.
fn write_float(out: &mut String, value: f64) {
    let text = format!("{value:?}");
    match text.split_once('e') {
        Some((digits, exponent)) => {
            let (sign, exponent) = exponent.strip_prefix('-').map_or(('+', exponent), |rest| ('-', rest));
            let digits = digits.strip_suffix(".0").unwrap_or(digits);
            let _ = write!(out, "{digits}e{sign}{exponent:0>2}");
        }
        None => out.push_str(&text),
    }
}
