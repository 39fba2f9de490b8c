//! What a value in the configuration file looks like: the words that the table of keys is written in.

use super::place::Place;
use crate::gate::PathPattern;
use crate::rules::set::RuleArgument;
use regex_lite::Regex;

/// A key of the configuration file.
#[derive(Debug)]
pub struct Key {
    /// Its name: that of the long argument, where there is one.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether it has to be there.
    pub required: bool,
    /// What it does, in Markdown.
    pub about: &'static str,
}

/// What a value looks like.
#[derive(Debug)]
pub enum Shape {
    /// `true` or `false`.
    Flag,
    /// Text of this form.
    Text(&'static Form),
    /// One of these words.
    OneOf(fn() -> Vec<&'static str>),
    /// A whole number from 1.
    Count,
    /// A file or a folder, relative to the file's folder, in the same repository.
    Path,
    /// A built-in rule set or a file.
    RuleSet,
    /// A pattern over the paths of templates, relative to the file's folder.
    Pattern,
    /// The name or the identifier of a managed rule.
    RuleName,
    /// A rule: its name, or a map of its name to its input parameters.
    Rule,
    /// Any text, number or boolean: the text as it is written.
    Scalar,
    /// A list, or a single item by itself.
    List(&'static Shape),
    /// A map from names of the reader's choice.
    Map {
        /// What the names look like.
        key: &'static Shape,
        /// What the values look like.
        value: &'static Shape,
    },
    /// A map of these keys.
    Keys(&'static [Key]),
}

/// A form that text has to have.
#[derive(Debug)]
pub struct Form {
    /// A regular expression, in what JSON Schema and the crate regex have in common.
    pub expression: &'static str,
    /// What is expected, in words that follow "expected".
    pub expected: &'static str,
}

impl Form {
    /// Whether the whole of `text` has the form.
    pub fn fits(&self, text: &str) -> bool {
        // A test compiles all of them.
        Regex::new(self.expression).is_ok_and(|expression| expression.is_match(text))
    }
}

impl Shape {
    /// What is expected, in words that follow "expected".
    pub(super) fn expected(&self) -> String {
        match self {
            Shape::Flag => "true or false".into(),
            Shape::Text(form) => form.expected.into(),
            Shape::OneOf(words) => {
                let words = words();
                match words.split_last() {
                    Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
                    _ => words.concat(),
                }
            }
            Shape::Count => "a whole number from 1".into(),
            Shape::Path => "a path".into(),
            Shape::RuleSet => "a rule set or a file".into(),
            Shape::Pattern => "a pattern for paths".into(),
            Shape::RuleName => "the name of a rule".into(),
            Shape::Rule => "the name of a rule, or a map of its name to its parameters".into(),
            Shape::Scalar => "text".into(),
            Shape::List(item) => format!("{}, or a list of that", item.expected()),
            Shape::Map { .. } | Shape::Keys(_) => "a map".into(),
        }
    }

    /// What is wrong with the text of a scalar, in one sentence without a full stop.
    pub(super) fn complaint(&self, text: &str, place: &Place) -> Option<String> {
        let expected = || Some(format!("expected {}, found `{text}`", self.expected()));
        match self {
            Shape::Flag | Shape::Map { .. } | Shape::Keys(_) | Shape::List(_) => expected(),
            Shape::Text(form) => {
                if form.fits(text) {
                    None
                } else {
                    expected()
                }
            }
            Shape::OneOf(words) => {
                if words().contains(&text) {
                    None
                } else {
                    expected()
                }
            }
            Shape::Count => {
                if text.parse::<u32>().is_ok_and(|count| count > 0) {
                    None
                } else {
                    expected()
                }
            }
            Shape::Path => place.inside(text).err(),
            Shape::RuleSet => match crate::rules::set::BuiltIn::named(text) {
                Some(_) => None,
                None => place.inside(text).err(),
            },
            Shape::Pattern => PathPattern::new(text, place.folder()).err(),
            Shape::RuleName if text.is_empty() => expected(),
            Shape::Rule => {
                RuleArgument::parse(text).err().or_else(|| text.is_empty().then(expected).flatten())
            }
            Shape::RuleName | Shape::Scalar => None,
        }
    }
}
