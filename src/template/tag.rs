//! YAML tags: the short forms of CloudFormation's functions, and the standard tags that it honours.

use super::function::FUNCTIONS;
use super::suggest::similar;
use super::{Content, Text, scalar};

/// A tag that means something in a template.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tag {
    /// `!Ref`, `!Sub`…, with the key of the long form.
    Function(&'static str),
    /// `!!str`, `!!int`…
    Standard(Standard),
    /// One that means nothing: reported, and otherwise ignored.
    Unknown,
}

/// The standard tags that CloudFormation honours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Standard {
    Str,
    Int,
    Float,
    Bool,
    Null,
    Seq,
    Map,
}

impl Standard {
    pub(super) fn name(self) -> &'static str {
        match self {
            Standard::Str => "str",
            Standard::Int => "int",
            Standard::Float => "float",
            Standard::Bool => "bool",
            Standard::Null => "null",
            Standard::Seq => "seq",
            Standard::Map => "map",
        }
    }

    pub(super) fn noun(self) -> &'static str {
        match self {
            Standard::Seq => "list",
            Standard::Map => "map",
            _ => "scalar",
        }
    }
}

/// What a tag means, or what is wrong with it and how to mend that.
pub(super) fn resolve(handle: &str, suffix: &str) -> Result<Tag, (String, Option<String>)> {
    let full = [handle, suffix].concat();
    if let Some(name) = full.strip_prefix("tag:yaml.org,2002:") {
        return standard(name).map(Tag::Standard).ok_or_else(|| {
            (format!("CloudFormation does not take the YAML tag `!!{}`", shorten(name)), None)
        });
    }
    let name = full.strip_prefix('!').unwrap_or(&full);
    if name.is_empty() {
        return Ok(Tag::Standard(Standard::Str));
    }
    let known = FUNCTIONS.iter().find(|key| key.strip_prefix("Fn::").unwrap_or(key) == name);
    known.map(|key| Tag::Function(key)).ok_or_else(|| unknown(name))
}

fn unknown(name: &str) -> (String, Option<String>) {
    let shown = shorten(name);
    if name.starts_with("Rain::") {
        let help = "`rain pkg` writes the template that CloudFormation takes: check that one";
        return (format!("`!{shown}` is not CloudFormation but a directive of Rain"), Some(help.to_string()));
    }
    let short_forms = FUNCTIONS.iter().map(|key| key.strip_prefix("Fn::").unwrap_or(key));
    let help = similar(name.strip_prefix("Fn::").unwrap_or(name), short_forms);
    (format!("unknown function `!{shown}`"), help.map(|name| format!("did you mean `!{name}`?")))
}

/// Enough of a hostile name to recognise it.
fn shorten(name: &str) -> String {
    name.chars().take(60).collect()
}

fn standard(name: &str) -> Option<Standard> {
    Some(match name {
        "str" => Standard::Str,
        "int" => Standard::Int,
        "float" => Standard::Float,
        "bool" => Standard::Bool,
        "null" => Standard::Null,
        "seq" => Standard::Seq,
        "map" => Standard::Map,
        _ => return None,
    })
}

/// The scalar `value` as what its tag says: none if it isn't that.
pub(super) fn convert(kind: Standard, value: &str) -> Option<Content> {
    match (kind, scalar::resolve(value)) {
        (Standard::Str, _) => Some(Content::Text(Text::from(value))),
        #[allow(clippy::cast_precision_loss)]
        (Standard::Float, Content::Integer(number)) => Some(Content::Float(number as f64)),
        (Standard::Int, content @ Content::Integer(_))
        | (Standard::Float, content @ Content::Float(_))
        | (Standard::Bool, content @ Content::Boolean(_))
        | (Standard::Null, content @ Content::Null) => Some(content),
        _ => None,
    }
}
