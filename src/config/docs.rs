//! The documentation of the keys: what `docs/configuration.md` says of them between its two marks.

use super::keys::GROUPS;
use super::shape::{Key, Shape};
use crate::rules::set::BuiltIn;
use std::fmt::Write;

/// How the table is made anew.
pub const COMMAND: &str = "cargo run --example docs -- configuration";

/// What encloses the table.
pub const MARKS: [&str; 2] = [
    "<!-- The keys: made by `cargo run --example docs -- configuration`. -->\n",
    "<!-- The end of the keys. -->\n",
];

/// The tables of the keys, in Markdown.
pub fn tables() -> String {
    let mut text = String::new();
    for group in GROUPS {
        let _ = write!(text, "\n### {}\n\n", group.title);
        table(&mut text, group.keys);
        for key in group.keys {
            let (item, keys) = match &key.shape {
                Shape::List(Shape::Keys(keys)) => ("An item", keys),
                Shape::Map { value: Shape::Keys(keys), .. } => ("A value", keys),
                _ => continue,
            };
            let _ = write!(text, "\n{item} of `{}`:\n\n", key.name);
            table(&mut text, keys);
        }
    }
    text.push('\n');
    text
}

/// `document`, with the tables between the marks; `None` if the marks are not there.
pub fn renew(document: &str) -> Option<String> {
    let [open, close] = MARKS;
    let (before, rest) = document.split_once(open)?;
    let (_, after) = rest.split_once(close)?;
    Some(format!("{before}{open}{}{close}{after}", tables()))
}

fn table(text: &mut String, keys: &[Key]) {
    text.push_str("| Key | Value | |\n|---|---|---|\n");
    for Key { name, shape, required, about } in keys {
        let required = if *required { "**Required.** " } else { "" };
        let _ = writeln!(text, "| `{name}` | {} | {required}{about} |", value(shape));
    }
}

/// A value, in few words.
fn value(shape: &Shape) -> String {
    let words = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match shape {
        Shape::Flag => "`true` or `false`".into(),
        Shape::Text(form) => form.expected.into(),
        Shape::OneOf(known) => words(&known()),
        Shape::Count => "a number".into(),
        Shape::Path => "a path".into(),
        Shape::RuleSet => format!("{}, or a path", words(&BuiltIn::ALL.map(BuiltIn::as_str))),
        Shape::Pattern => "a pattern".into(),
        Shape::RuleName => "a rule".into(),
        Shape::Rule => "a rule, or `{rule: {Parameter: value}}`".into(),
        Shape::Scalar => "text".into(),
        Shape::List(Shape::Keys(_)) => "a list of maps".into(),
        Shape::List(item) => format!("{}; or a list", value(item)),
        Shape::Map { key, value: Shape::Keys(_) } => format!("a map; names: {}", value(key)),
        Shape::Map { key: Shape::Scalar, .. } => "a map of names to values".into(),
        Shape::Map { key, value: item } => format!("a map; names: {}; values: {}", value(key), value(item)),
        Shape::Keys(_) => "a map".into(),
    }
}
