//! Whether a configuration file says what the table of keys allows: all that is wrong with it, at once.

use super::keys::{self, REFUSED};
use super::place::Place;
use super::schema::PARAMETERS;
use super::shape::{Key, Shape};
use crate::template::{Content, Diagnostic, Entry, Map, Node, Span, similar};
use std::collections::HashSet;

/// How many errors are listed: nobody reads more, and a hostile file has millions.
const MOST: usize = 100;

/// How many items a list may have: patterns meet every template.
const MOST_ITEMS: usize = 1_000;

/// What is wrong with the file.
pub(super) fn check(root: &Node, text: &str, place: &Place) -> Vec<Diagnostic> {
    let mut checker = Checker { text, place, errors: Vec::new() };
    match root.as_map() {
        Some(map) => checker.top(map),
        None => checker.error(root.span, format!("expected a map of settings, found {}", root.kind())),
    }
    checker.errors
}

struct Checker<'f> {
    text: &'f str,
    place: &'f Place,
    errors: Vec<Diagnostic>,
}

impl Checker<'_> {
    fn top(&mut self, map: &Map<Node>) {
        for entry in map {
            match keys::all().find(|key| key.name == &*entry.key) {
                Some(key) => self.value(&entry.value, &key.shape, key.name),
                None => self.unknown(entry, keys::all(), "a setting"),
            }
        }
    }

    /// The map of an item of `name`.
    fn keys(&mut self, node: &Node, known: &'static [Key], name: &str) {
        let Some(map) = node.as_map() else { return self.mismatch(node, "a map", name) };
        for entry in map {
            match known.iter().find(|key| key.name == &*entry.key) {
                Some(key) => self.value(&entry.value, &key.shape, key.name),
                None => self.unknown(entry, known, &format!("a key of `{name}`")),
            }
        }
        for key in known.iter().filter(|key| key.required && map.get(key.name).is_none()) {
            self.error(node.span, format!("`{name}` needs `{}` here: {}", key.name, plain(key.about)));
        }
    }

    fn value(&mut self, node: &Node, shape: &'static Shape, name: &str) {
        if matches!(node.content, Content::Null) {
            return self.error(node.span, format!("`{name}` has no value: give it one, or delete the line"));
        }
        match (shape, &node.content) {
            (Shape::List(_), Content::List(items)) if items.len() > MOST_ITEMS => {
                self.error(node.span, format!("`{name}`: more than {MOST_ITEMS} items"));
            }
            (Shape::List(item), Content::List(items)) => {
                items.iter().for_each(|node| self.value(node, item, name));
            }
            (Shape::List(item), _) if !may_be(node, item) => {
                self.mismatch(node, &shape.expected(), name);
            }
            (Shape::List(item), _) => self.value(node, item, name),
            (Shape::Keys(known), _) => self.keys(node, known, name),
            (Shape::Map { key, value }, Content::Map(map)) => self.map(map, key, value, name),
            (Shape::Rule, Content::Map(map)) => self.rule(node, map),
            (Shape::Flag, Content::Boolean(_)) => {}
            (Shape::Flag | Shape::Map { .. }, _) | (_, Content::List(_) | Content::Map(_)) => {
                self.mismatch(node, &shape.expected(), name);
            }
            _ => {
                let text = scalar(node, self.text);
                if let Some(complaint) = shape.complaint(&text, self.place) {
                    let complaint = Diagnostic::error(node.span, format!("`{name}`: {complaint}"));
                    self.push(suggest(complaint, shape, &text));
                }
            }
        }
    }

    fn map(&mut self, map: &Map<Node>, key: &'static Shape, value: &'static Shape, name: &str) {
        for entry in map {
            let text = written(entry, self.text);
            if let Some(complaint) = key.complaint(&text, self.place) {
                let complaint = Diagnostic::error(entry.key_span, format!("`{name}`: {complaint}"));
                self.push(suggest(complaint, key, &text));
            }
            self.value(&entry.value, value, &entry.key);
        }
    }

    /// A rule with its parameters: `{name: {Key: value}}`.
    fn rule(&mut self, node: &Node, map: &Map<Node>) {
        let [entry] = map.entries.as_slice() else {
            let message = format!("`rule`: expected one rule a map, found {} keys", map.len());
            return self.error(node.span, message);
        };
        match entry.value.content {
            Content::Map(_) => self.value(&entry.value, &PARAMETERS, &entry.key),
            _ => self.mismatch(&entry.value, "a map of parameters", &entry.key),
        }
        if self.errors.is_empty() && super::read::rule_text(node, self.text).is_none() {
            let message =
                "`rule`: a comma followed by `NAME=` in a value can't be told from another parameter";
            self.error(node.span, message);
        }
    }

    fn unknown(&mut self, entry: &Entry<Node>, known: impl IntoIterator<Item = &'static Key>, what: &str) {
        if self.errors.len() > MOST {
            return;
        }
        let refused = REFUSED.iter().find(|(name, _)| *name == &*entry.key);
        let is_top = what == "a setting";
        if let Some((name, why)) = refused.filter(|_| is_top) {
            return self.error(entry.key_span, format!("`{name}` can't stand in this file: {why}"));
        }
        let names: Vec<&str> = known.into_iter().map(|key| key.name).collect();
        let error = Diagnostic::error(entry.key_span, format!("`{}` is not {what}", entry.key));
        // As AWS's tools and other languages write it.
        let dashed = entry.key.replace('_', "-");
        let near = names.iter().find(|name| **name == dashed).copied();
        let near = near.or_else(|| similar(&entry.key, names.iter().copied()));
        let near = near.or_else(|| plural(&entry.key, &names));
        self.push(match near {
            Some(near) => error.help(format!("did you mean `{near}`?")),
            None if is_top => error.help("`cfn-gate config keys` lists the settings"),
            None => error.help(format!("the keys are {}", names.join(", "))),
        });
    }

    fn mismatch(&mut self, node: &Node, expected: &str, name: &str) {
        let error =
            Diagnostic::error(node.span, format!("`{name}`: expected {expected}, found {}", node.kind()));
        self.push(match (name, &node.content) {
            ("parameters", Content::Map(_)) => error.help("values of parameters stand under `parameter`"),
            ("parameter", _) => {
                error.help("for example `Stage: production` below it; files stand under `parameters`")
            }
            ("report", _) => error.help("for example `junit: cfn-gate.xml` below it"),
            _ => error,
        });
    }

    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.push(Diagnostic::error(span, message));
    }

    fn push(&mut self, error: Diagnostic) {
        if self.errors.len() < MOST {
            self.errors.push(error);
        } else if self.errors.len() == MOST {
            let message = format!("more than {MOST} errors: those after this one are not listed");
            self.errors.push(Diagnostic::error(error.span, message));
        }
    }
}

/// Whether a single value can stand for a list of one.
fn may_be(node: &Node, item: &Shape) -> bool {
    match item {
        Shape::Rule => true,
        Shape::Keys(_) => node.as_map().is_some(),
        _ => node.as_map().is_none(),
    }
}

/// Which of the words was probably meant.
fn suggest(error: Diagnostic, shape: &Shape, text: &str) -> Diagnostic {
    let near = match shape {
        Shape::OneOf(words) => similar(text, words()),
        _ => None,
    };
    match near {
        Some(near) => error.help(format!("did you mean `{near}`?")),
        None => error,
    }
}

/// The name that differs in an `s` alone.
fn plural<'n>(key: &str, names: &[&'n str]) -> Option<&'n str> {
    names.iter().find(|name| key.trim_end_matches('s') == name.trim_end_matches('s')).copied()
}

/// The beginning of a description, without Markdown.
fn plain(about: &str) -> String {
    let sentence = about.split(['.', ';']).next().unwrap_or(about);
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The text of a scalar: of a number as it is written, so that `012345678901` stays an account's ID.
pub(super) fn scalar(node: &Node, text: &str) -> String {
    match &node.content {
        Content::Text(text) => text.to_string(),
        Content::Boolean(value) => value.to_string(),
        Content::Integer(value) => as_written(node.span, text).unwrap_or_else(|| value.to_string()),
        Content::Float(value) => as_written(node.span, text).unwrap_or_else(|| value.to_string()),
        Content::Null | Content::List(_) | Content::Map(_) => String::new(),
    }
}

/// A key, likewise.
pub(super) fn written(entry: &Entry<Node>, text: &str) -> String {
    as_written(entry.key_span, text)
        .filter(|written| written.bytes().all(|byte| byte.is_ascii_digit()))
        .unwrap_or_else(|| entry.key.to_string())
}

/// The text at `span`, if it is that of a number: an alias has other text than its anchor.
fn as_written(span: Span, text: &str) -> Option<String> {
    let written = text.get(span.start as usize..span.end as usize)?;
    let is_number = |byte: u8| byte.is_ascii_alphanumeric() || b"+-._:".contains(&byte);
    (!written.is_empty() && written.bytes().all(is_number)).then(|| written.to_owned())
}

/// The templates of stacks and their names, which reports tell them by, must differ.
pub(super) fn repeated_stacks<'s>(
    stacks: impl Iterator<Item = (&'s std::path::Path, Option<&'s str>, Span)>,
) -> Vec<Diagnostic> {
    let mut seen = HashSet::new();
    let mut errors = Vec::new();
    for (template, name, span) in stacks {
        if !seen.insert((template, name)) {
            let message = match name {
                Some(name) => format!("there is a stack `{name}` of this template already"),
                None => "there is a stack of this template already: give both a `stack-name`".to_owned(),
            };
            errors.push(Diagnostic::error(span, message));
        }
    }
    errors
}
