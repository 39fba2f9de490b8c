//! Three-valued logic: what a check says of a resource, and the evidence for it.

use super::parameters::InputParameters;
use super::wanted::Wanted;
use crate::resolve::{Content, Part, Unknown, Value};
use crate::template::Span;
use std::borrow::Cow;

/// What a check says.
#[derive(Clone, Debug)]
pub enum Truth<'a> {
    /// It holds, whatever the unknown values turn out to be.
    True,
    /// It doesn't, whatever the unknown values turn out to be.
    False(Evidence<'a>),
    /// It hangs on a value that is not known.
    Unknown(Evidence<'a>),
}

impl<'a> Truth<'a> {
    /// Whether the check holds for sure.
    pub fn is_true(&self) -> bool {
        matches!(self, Truth::True)
    }

    /// Whether the check fails for sure.
    pub fn is_false(&self) -> bool {
        matches!(self, Truth::False(_))
    }

    /// The same without what was borrowed from the values that it speaks of.
    #[must_use]
    pub(super) fn detach<'b>(self, parameters: &'b InputParameters) -> Truth<'b> {
        let detach = |evidence: Evidence<'_>| Evidence {
            finding: Found::Statement(evidence.annotation().into()),
            property: evidence.property,
            span: evidence.span,
            origin: evidence.origin,
            wanted: evidence.wanted,
            parameters,
        };
        match self {
            Truth::True => Truth::True,
            Truth::False(evidence) => Truth::False(detach(evidence)),
            Truth::Unknown(evidence) => Truth::Unknown(detach(evidence)),
        }
    }

    /// True if both are; false if one is; the first evidence for the outcome is kept.
    #[must_use]
    pub fn and(self, other: impl FnOnce() -> Truth<'a>) -> Truth<'a> {
        match self {
            Truth::True => other(),
            Truth::False(_) => self,
            Truth::Unknown(_) => match other() {
                Truth::False(evidence) => Truth::False(evidence),
                Truth::True | Truth::Unknown(_) => self,
            },
        }
    }

    /// True if one is; false if both are; the first evidence for the outcome is kept.
    #[must_use]
    pub fn or(self, other: impl FnOnce() -> Truth<'a>) -> Truth<'a> {
        match self {
            Truth::True => self,
            Truth::False(_) => match other() {
                Truth::False(_) => self,
                decided => decided,
            },
            Truth::Unknown(_) => match other() {
                Truth::True => Truth::True,
                Truth::False(_) | Truth::Unknown(_) => self,
            },
        }
    }

    /// What holds if one of two things is so and nobody knows which: both agree, or it is unknown because
    /// of `why`.
    #[must_use]
    pub fn either(self, other: Truth<'a>, why: &'a Unknown) -> Truth<'a> {
        match (self, other) {
            (Truth::True, Truth::True) => Truth::True,
            (Truth::False(evidence), Truth::False(_)) => Truth::False(evidence),
            (Truth::Unknown(evidence), _) | (_, Truth::Unknown(evidence)) => Truth::Unknown(evidence),
            (Truth::False(evidence), Truth::True) | (Truth::True, Truth::False(evidence)) => {
                Truth::Unknown(Evidence { finding: Found::Unknown(why), ..evidence })
            }
        }
    }
}

/// Why a check doesn't hold, or why that can't be known: which place, what was there, what was wanted.
///
/// The sentence is only written when it is asked for ([`Evidence::annotation`]): most evidence is
/// gathered and dropped again by `any_of` or a rule that doesn't apply.
#[derive(Clone, Debug)]
pub struct Evidence<'a> {
    /// The property, as a path from the resource's properties: `LogPublishingOptions.AUDIT_LOGS.Enabled`,
    /// `Listeners[1].Protocol`. Empty for the resource as a whole.
    pub property: String,
    /// The value to change, or the nearest place above it if it is missing.
    pub span: Span,
    /// Where the value was taken from, if that is elsewhere.
    pub origin: Option<Span>,
    /// What was there.
    pub finding: Found<'a>,
    /// What was wanted.
    pub wanted: Wanted,
    /// The rule's parameters, for the words about what was wanted.
    pub parameters: &'a InputParameters,
}

/// What a check found at a property.
#[derive(Clone, Debug)]
pub enum Found<'a> {
    /// Nothing: the property is absent, which the service reads as `default` if it has one.
    Nothing {
        /// What the service takes it for.
        default: Option<&'static str>,
    },
    /// This value.
    Value(&'a Value),
    /// A value that can't be known.
    Unknown(&'a Unknown),
    /// What a rule's own function says, as a whole sentence without a full stop.
    Statement(Cow<'static, str>),
}

impl<'a> Found<'a> {
    /// What there is to say of a value that is there.
    pub fn of(value: &'a Value) -> Self {
        match &value.content {
            Content::Unknown(unknown) => Found::Unknown(unknown),
            Content::Partial(parts) => parts
                .iter()
                .find_map(|part| match part {
                    Part::Unknown(unknown) => Some(Found::Unknown(unknown)),
                    Part::Text(_) => None,
                })
                .unwrap_or(Found::Value(value)),
            _ => Found::Value(value),
        }
    }
}

impl Evidence<'_> {
    /// The evidence as a sentence without a full stop, short enough for AWS Config's annotations (256
    /// characters).
    pub fn annotation(&self) -> String {
        let property = if self.property.is_empty() { "the resource" } else { &self.property };
        let sentence = match &self.finding {
            Found::Nothing { default: None } => {
                format!("{property} is not set, {}", self.wanted.expectation(self.parameters))
            }
            Found::Nothing { default: Some(default) } => {
                format!(
                    "{property} is not set and `{default}` by default, {}",
                    self.wanted.expectation(self.parameters)
                )
            }
            Found::Value(value) => {
                format!("{property} is {}, {}", describe(value), self.wanted.expectation(self.parameters))
            }
            Found::Unknown(unknown) => {
                format!("{property} can't be known: {}", unknown.reason)
            }
            Found::Statement(statement) => statement.to_string(),
        };
        shorten(&sentence, 256)
    }
}

/// A value in a few words.
fn describe(value: &Value) -> String {
    match &value.content {
        Content::Null => "null".into(),
        Content::Text(text) if text.is_empty() => "empty text".into(),
        Content::Text(text) => format!("`{}`", shorten(text, 60)),
        Content::Boolean(_) | Content::Integer(_) | Content::Float(_) => {
            value.as_text().map_or_else(|| "a scalar".into(), |text| format!("`{text}`"))
        }
        Content::List(items) if items.is_empty() => "an empty list".into(),
        Content::List(items) => format!("a list of {}", items.len()),
        Content::Map(_) => "a map".into(),
        Content::Partial(_) => "partly known text".into(),
        Content::Either(_) => "one of two values".into(),
        Content::Unknown(_) => "not known".into(),
    }
}

/// `text` cut to at most `limit` characters, with an ellipsis where something was cut.
pub(super) fn shorten(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text.to_owned(),
        Some(_) => {
            let mut short: String = text.chars().take(limit - 1).collect();
            short.push('…');
            short
        }
    }
}
