//! Values as text, byte for byte as Python writes them: what SAM's logical IDs are hashed from.

use super::fields::Fields;
use super::piece::{Content, Piece, Word};
use std::fmt::Write as _;

/// What `json.dumps` makes of a value.
pub(super) fn json(piece: &Piece) -> String {
    let mut out = String::new();
    write_json(&mut out, piece);
    out
}

fn write_json(out: &mut String, piece: &Piece) {
    match &piece.content {
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
                out.push_str(if index == 0 { "" } else { ", " });
                write_json(out, item);
            }
            out.push(']');
        }
        Content::Map(fields) => {
            out.push('{');
            for (index, field) in fields.in_order().into_iter().enumerate() {
                out.push_str(if index == 0 { "" } else { ", " });
                write_json_text(out, &field.key.text);
                out.push_str(": ");
                write_json(out, &field.value);
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
pub(super) fn print(piece: &Piece) -> String {
    let mut out = String::new();
    write_value(&mut out, piece);
    out
}

fn write_value(out: &mut String, piece: &Piece) {
    match &piece.content {
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
