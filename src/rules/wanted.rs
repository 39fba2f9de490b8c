//! What a check wants of a value, as a test in three-valued logic and as words.

use super::check::is_something;
use super::subject::Subject;
use crate::resolve::{Content, Part, Value};
use std::fmt::Write;

/// A test of one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wanted {
    /// `true`, as a boolean or as text.
    True,
    /// `false`, as a boolean or as text.
    False,
    /// Something that is not empty.
    Present,
    /// Nothing, or something empty.
    Absent,
    /// This text.
    Equal(&'static str),
    /// Anything but this text.
    Different(&'static str),
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// None of these texts.
    NoneOf(&'static [&'static str]),
    /// Text that begins with one of these.
    StartsWith(&'static [&'static str]),
    /// Text that begins with none of these.
    StartsWithNoneOf(&'static [&'static str]),
    /// A number of at least this.
    AtLeast(i64),
    /// A number of at most this.
    AtMost(i64),
    /// A list, or comma-separated text, with this item.
    Contains(&'static str),
    /// The value of the rule's parameter.
    EqualToParameter(&'static str),
    /// One of the values of the rule's parameter.
    OneOfParameter(&'static str),
    /// A number of at least the rule's parameter.
    AtLeastParameter(&'static str),
    /// A number of at most the rule's parameter.
    AtMostParameter(&'static str),
}

impl Wanted {
    /// Whether `value` is as wanted; `None` if that can't be known.
    pub(super) fn test(self, value: &Value, subject: &Subject<'_>) -> Option<bool> {
        match self {
            Wanted::Present => return is_something(value),
            Wanted::Absent => return is_something(value).map(|something| !something),
            Wanted::Contains(text) => return contains(value, text),
            _ => {}
        }
        match &value.content {
            Content::Unknown(_) | Content::Either(_) => None,
            Content::Partial(parts) => self.test_parts(parts),
            Content::Null => Some(self.holds_for_nothing()),
            // A list or map where a scalar belongs: the service would refuse it.
            Content::List(_) | Content::Map(_) => Some(self.is_negative()),
            Content::Boolean(_) | Content::Integer(_) | Content::Float(_) | Content::Text(_) => {
                self.test_text(&value.as_text()?, subject)
            }
        }
    }

    /// Whether a scalar with this text is as wanted; `None` if a parameter that it is compared with is
    /// not given.
    pub(super) fn test_text(self, text: &str, subject: &Subject<'_>) -> Option<bool> {
        Some(match self {
            Wanted::True => text.eq_ignore_ascii_case("true"),
            Wanted::False => text.eq_ignore_ascii_case("false"),
            Wanted::Present => !text.is_empty(),
            Wanted::Absent => text.is_empty(),
            Wanted::Equal(wanted) => text == wanted,
            Wanted::Different(unwanted) => text != unwanted,
            Wanted::OneOf(wanted) => wanted.contains(&text),
            Wanted::NoneOf(unwanted) => !unwanted.contains(&text),
            Wanted::StartsWith(prefixes) => prefixes.iter().any(|prefix| text.starts_with(prefix)),
            Wanted::StartsWithNoneOf(prefixes) => !prefixes.iter().any(|prefix| text.starts_with(prefix)),
            Wanted::AtLeast(minimum) => number(text)? >= minimum as f64,
            Wanted::AtMost(maximum) => number(text)? <= maximum as f64,
            Wanted::Contains(wanted) => items(text).any(|item| item == wanted),
            Wanted::EqualToParameter(name) => same(text, subject.parameter(name)?.trim()),
            Wanted::OneOfParameter(name) => items(subject.parameter(name)?).any(|item| same(text, item)),
            Wanted::AtLeastParameter(name) => number(text)? >= number(subject.parameter(name)?)?,
            Wanted::AtMostParameter(name) => number(text)? <= number(subject.parameter(name)?)?,
        })
    }

    /// Whether text with unknown parts is as wanted: known if the known parts decide.
    fn test_parts(self, parts: &[Part]) -> Option<bool> {
        let possible = |text: &str| may_equal(parts, text);
        match self {
            Wanted::True => (!possible("true")).then_some(false),
            Wanted::False => (!possible("false")).then_some(false),
            Wanted::Equal(text) => (!possible(text)).then_some(false),
            Wanted::Different(text) => (!possible(text)).then_some(true),
            Wanted::OneOf(texts) => (!texts.iter().any(|text| possible(text))).then_some(false),
            Wanted::NoneOf(texts) => (!texts.iter().any(|text| possible(text))).then_some(true),
            Wanted::StartsWith(prefixes) => starts_with_any(parts, prefixes),
            Wanted::StartsWithNoneOf(prefixes) => starts_with_any(parts, prefixes).map(|starts| !starts),
            _ => None,
        }
    }

    /// Whether an absent value is as wanted.
    pub(super) fn holds_for_nothing(self) -> bool {
        self == Wanted::Absent || self.is_negative()
    }

    /// Whether anything other than a few values will do.
    fn is_negative(self) -> bool {
        matches!(self, Wanted::Different(_) | Wanted::NoneOf(_) | Wanted::StartsWithNoneOf(_))
    }

    /// What is wanted, as the second half of a sentence: "expected `true`".
    pub fn expectation(self) -> String {
        match self {
            Wanted::True => "expected `true`".into(),
            Wanted::False => "expected `false`".into(),
            Wanted::Present => "expected a value".into(),
            Wanted::Absent => "expected none".into(),
            Wanted::Equal(text) => format!("expected `{text}`"),
            Wanted::Different(text) => format!("expected anything but `{text}`"),
            Wanted::OneOf(texts) => format!("expected {}", alternatives(texts)),
            Wanted::NoneOf(texts) => format!("expected anything but {}", alternatives(texts)),
            Wanted::StartsWith(texts) => format!("expected a value that begins with {}", alternatives(texts)),
            Wanted::StartsWithNoneOf(texts) => {
                format!("expected a value that does not begin with {}", alternatives(texts))
            }
            Wanted::AtLeast(number) => format!("expected at least {number}"),
            Wanted::AtMost(number) => format!("expected at most {number}"),
            Wanted::Contains(text) => format!("expected `{text}` in it"),
            Wanted::EqualToParameter(name) => format!("expected the value of the rule's parameter {name}"),
            Wanted::OneOfParameter(name) => format!("expected a value of the rule's parameter {name}"),
            Wanted::AtLeastParameter(name) => format!("expected at least the rule's parameter {name}"),
            Wanted::AtMostParameter(name) => format!("expected at most the rule's parameter {name}"),
        }
    }
}

/// The items of a comma-separated list, without the blanks around them.
pub(super) fn items(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// A number as CloudFormation writes it.
fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

/// Whether a value and a parameter say the same: as text, as numbers (`60` and `60.0`) or as booleans
/// (`true` and `TRUE`).
fn same(text: &str, parameter: &str) -> bool {
    text == parameter
        || matches!((number(text), number(parameter)), (Some(a), Some(b)) if a == b)
        || (matches!(parameter.to_ascii_lowercase().as_str(), "true" | "false")
            && text.eq_ignore_ascii_case(parameter))
}

/// Whether a list, or comma-separated text, contains `wanted`.
fn contains(value: &Value, wanted: &str) -> Option<bool> {
    match &value.content {
        Content::List(list) => {
            let mut open = false;
            for item in list {
                match contains(item, wanted) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => open = true,
                }
            }
            if open { None } else { Some(false) }
        }
        Content::Unknown(_) | Content::Partial(_) => None,
        Content::Either(choice) => {
            let then = choice.then.as_ref().map_or(Some(false), |value| contains(value, wanted));
            let otherwise = choice.otherwise.as_ref().map_or(Some(false), |value| contains(value, wanted));
            if then == otherwise { then } else { None }
        }
        _ => Some(value.as_text().is_some_and(|text| items(&text).any(|item| item == wanted))),
    }
}

/// Whether a text with unknown parts could be `text`: the known parts occur in it, in their order.
fn may_equal(parts: &[Part], text: &str) -> bool {
    let mut rest = text;
    let mut anchored = true;
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::Unknown(_) => anchored = false,
            Part::Text(known) => {
                let last = index + 1 == parts.len();
                let found = match (anchored, last) {
                    (true, _) => rest.starts_with(&**known).then_some(0),
                    (false, true) => rest.ends_with(&**known).then(|| rest.len() - known.len()),
                    (false, false) => rest.find(&**known),
                };
                match found {
                    Some(at) => rest = &rest[at + known.len()..],
                    None => return false,
                }
                anchored = true;
            }
        }
    }
    !anchored || rest.is_empty()
}

/// Whether a text with unknown parts begins with one of `prefixes`.
fn starts_with_any(parts: &[Part], prefixes: &[&str]) -> Option<bool> {
    let Some(Part::Text(known)) = parts.first() else { return None };
    if prefixes.iter().any(|prefix| known.starts_with(prefix)) {
        Some(true)
    } else if prefixes.iter().any(|prefix| prefix.starts_with(&**known)) {
        None
    } else {
        Some(false)
    }
}

/// "`a`, `b` or `c`".
fn alternatives(texts: &[&str]) -> String {
    let mut words = String::new();
    for (index, text) in texts.iter().enumerate() {
        let separator = match index {
            0 => "",
            _ if index + 1 == texts.len() => " or ",
            _ => ", ",
        };
        let _ = write!(words, "{separator}`{text}`");
    }
    words
}
