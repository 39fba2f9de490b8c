//! The hashes at the end of logical IDs: as SAM makes them, so that suppressions and baselines hold.

use crate::template::{Content, Node};
use sha1::{Digest, Sha1};
use std::fmt::Write;

/// How many characters of a hash SAM appends.
const LENGTH: usize = 10;

/// The hash of a piece of template: of the text itself, or of what else it is as JSON with sorted keys. Nothing for
/// nothing.
pub(super) fn hash_of(data: &Node) -> String {
    if !super::tree::is_given(data) {
        return String::new();
    }
    match &data.content {
        Content::Text(text) => hash(text),
        _ => hash(&json(data)),
    }
}

/// The hash of a text.
pub(super) fn hash(text: &str) -> String {
    let mut hash = digest(text);
    hash.truncate(LENGTH);
    hash
}

/// The whole hash of a text, of which [`hash`] gives the beginning.
pub(super) fn digest(text: &str) -> String {
    let mut digest = String::with_capacity(40);
    for byte in Sha1::digest(text) {
        // Writing to a string can't fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}

/// The JSON of a piece of template, without blanks, with sorted keys, and with nothing but ASCII.
pub(super) fn json(node: &Node) -> String {
    let mut json = String::new();
    write_node(&mut json, node);
    json
}

fn write_node(json: &mut String, node: &Node) {
    // Writing to a string can't fail.
    let _ = match &node.content {
        Content::Null => json.write_str("null"),
        Content::Boolean(boolean) => write!(json, "{boolean}"),
        Content::Integer(integer) => write!(json, "{integer}"),
        Content::Float(float) => write!(json, "{float:?}"),
        Content::Text(text) => {
            write_text(json, text);
            Ok(())
        }
        Content::List(items) => {
            json.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    json.push(',');
                }
                write_node(json, item);
            }
            json.write_str("]")
        }
        Content::Map(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_unstable_by(|left, right| left.key.cmp(&right.key));
            json.push('{');
            for (index, entry) in entries.into_iter().enumerate() {
                if index > 0 {
                    json.push(',');
                }
                write_text(json, &entry.key);
                json.push(':');
                write_node(json, &entry.value);
            }
            json.write_str("}")
        }
    };
}

fn write_text(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            ' '..='~' => json.push(character),
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    let _ = write!(json, "\\u{unit:04x}");
                }
            }
        }
    }
    json.push('"');
}
