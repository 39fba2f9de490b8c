//! What a check wants of a value: a test in three-valued logic, and the words for it.

use super::items::{contains, has_at_least, has_at_most, is_something, split};
use super::parameters::InputParameters;
use super::partial::{may_equal, starts_with_any};
use super::reference::{names_same, parts_name_same, resource_names_same};
use super::subject::Subject;
use super::truth::shorten;
use super::version::version_at_least;
use crate::resolve::{Content, Part, Reason, Value};
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
    /// A list of at most so many items.
    AtMostItems(usize),
    /// A list of at least so many different items.
    AtLeastItems(usize),
    /// A list of at least as many different items as the rule's parameter says.
    AtLeastItemsOfParameter(&'static str),
    /// A list, or comma-separated text, with this item.
    Contains(&'static str),
    /// A list with every item of the rule's parameter.
    ContainsAllOfParameter(&'static str),
    /// A version of at least this.
    VersionAtLeast(&'static str),
    /// A version of at least the rule's parameter.
    VersionAtLeastParameter(&'static str),
    /// The value of the rule's parameter.
    EqualToParameter(&'static str),
    /// One of the values of the rule's parameter.
    OneOfParameter(&'static str),
    /// One of the values of the rule's parameter; if it is not given there is none.
    ExceptedByParameter(&'static str),
    /// A name, ID or ARN of what the rule's parameter, or an item of it, names.
    NamedByParameter(&'static str),
    /// A number of at least the rule's parameter.
    AtLeastParameter(&'static str),
    /// A number of at most the rule's parameter.
    AtMostParameter(&'static str),
}

impl Wanted {
    /// The test, with the parameters that it may ask for.
    pub(super) fn against<'s, 'a>(self, subject: &'s Subject<'a>, ignores_case: bool) -> Test<'s, 'a> {
        Test { wanted: self, subject, ignores_case }
    }

    /// Whether an absent value is as wanted.
    pub(super) fn holds_for_nothing(self) -> bool {
        matches!(self, Wanted::Absent | Wanted::AtMostItems(_)) || self.is_negative()
    }

    /// Whether anything other than a few values will do.
    fn is_negative(self) -> bool {
        matches!(self, Wanted::Different(_) | Wanted::NoneOf(_) | Wanted::StartsWithNoneOf(_))
    }

    /// What is wanted, as the second half of a sentence: "expected `true`".
    pub fn expectation(self, parameters: &InputParameters) -> String {
        let parameter = |before: &str, name: &str| match parameters.get(name) {
            Some(value) => format!("expected {before}`{}` (parameter {name})", shorten(value.trim(), 100)),
            None => format!("expected {before}the rule's parameter {name}"),
        };
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
            Wanted::AtLeastItems(number) => format!("expected at least {number}"),
            Wanted::AtMostItems(limit) => format!("expected at most {limit}"),
            Wanted::Contains(text) => format!("expected `{text}` in it"),
            Wanted::ContainsAllOfParameter(name) => parameter("all of ", name),
            Wanted::VersionAtLeast(minimum) => format!("expected version {minimum} or later"),
            Wanted::VersionAtLeastParameter(name) => parameter("at least version ", name),
            Wanted::EqualToParameter(name) => parameter("", name),
            Wanted::OneOfParameter(name)
            | Wanted::ExceptedByParameter(name)
            | Wanted::NamedByParameter(name) => parameter("one of ", name),
            Wanted::AtLeastParameter(name) | Wanted::AtLeastItemsOfParameter(name) => {
                parameter("at least ", name)
            }
            Wanted::AtMostParameter(name) => parameter("at most ", name),
        }
    }
}

/// A [`Wanted`] with all that it needs for an answer; `None` is: that can't be known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Test<'s, 'a> {
    wanted: Wanted,
    subject: &'s Subject<'a>,
    ignores_case: bool,
}

impl Test<'_, '_> {
    /// Whether `value` is as wanted.
    pub(super) fn value(self, value: &Value) -> Option<bool> {
        match self.wanted {
            Wanted::Present => return is_something(value),
            Wanted::Absent => return is_something(value).map(|something| !something),
            Wanted::AtMostItems(limit) => return has_at_most(limit, value),
            Wanted::AtLeastItems(number) => return has_at_least(number, value),
            Wanted::AtLeastItemsOfParameter(name) => {
                return has_at_least(self.parameter(name)?.trim().parse().ok()?, value);
            }
            Wanted::Contains(text) => return contains(value, text),
            Wanted::ExceptedByParameter(name) if self.parameter(name).is_none() => return Some(false),
            Wanted::ContainsAllOfParameter(name) => {
                return self.every_item(name, |item| contains(value, item));
            }
            _ => {}
        }
        match &value.content {
            Content::Unknown(unknown) => match self.wanted {
                Wanted::NamedByParameter(name) => {
                    let resource = self.subject.neighbourhood.resource_behind(&unknown.reason)?;
                    self.any_item(name, |item| resource_names_same(resource, item))
                }
                Wanted::Equal(_) | Wanted::OneOf(_) if self.is_made_up(&unknown.reason) => Some(false),
                Wanted::Different(_) | Wanted::NoneOf(_) if self.is_made_up(&unknown.reason) => Some(true),
                _ => None,
            },
            Content::Either(_) => None,
            Content::Partial(parts) => self.parts(parts),
            Content::Null => Some(self.wanted.holds_for_nothing()),
            // A list or map where a scalar belongs: the service would refuse it.
            Content::List(_) | Content::Map(_) => Some(self.wanted.is_negative()),
            Content::Boolean(_) | Content::Integer(_) | Content::Float(_) | Content::Text(_) => {
                self.text(&value.as_text()?)
            }
        }
    }

    /// Whether a scalar with this text is as wanted; `None` if a parameter that it is compared with is not
    /// given.
    pub(super) fn text(self, text: &str) -> Option<bool> {
        let compare = |wanted: Option<f64>, holds: fn(f64, f64) -> bool| {
            wanted.map(|wanted| number(text).is_some_and(|found| holds(found, wanted)))
        };
        let at_least = |found, wanted| found >= wanted;
        let at_most = |found, wanted| found <= wanted;
        match self.wanted {
            Wanted::AtLeast(minimum) => compare(Some(minimum as f64), at_least),
            Wanted::AtMost(maximum) => compare(Some(maximum as f64), at_most),
            Wanted::AtLeastItemsOfParameter(name) => {
                compare(self.parameter(name).and_then(number), |_, wanted| 1.0 >= wanted)
            }
            Wanted::AtLeastParameter(name) => compare(self.parameter(name).and_then(number), at_least),
            Wanted::AtMostParameter(name) => compare(self.parameter(name).and_then(number), at_most),
            Wanted::EqualToParameter(name) => Some(self.same(text, self.parameter(name)?)),
            Wanted::ExceptedByParameter(name) if self.parameter(name).is_none() => Some(false),
            Wanted::OneOfParameter(name) | Wanted::ExceptedByParameter(name) => {
                self.any_item(name, |item| Some(self.same(text, item)))
            }
            Wanted::NamedByParameter(name) => self.any_item(name, |item| names_same(text, item)),
            Wanted::True => Some(text.eq_ignore_ascii_case("true")),
            Wanted::False => Some(text.eq_ignore_ascii_case("false")),
            Wanted::Present => Some(!text.is_empty()),
            Wanted::Absent => Some(text.is_empty()),
            Wanted::Equal(wanted) => Some(self.equal(text, wanted)),
            Wanted::Different(unwanted) => Some(!self.equal(text, unwanted)),
            Wanted::OneOf(wanted) => Some(wanted.iter().any(|wanted| self.equal(text, wanted))),
            Wanted::NoneOf(unwanted) => Some(!unwanted.iter().any(|unwanted| self.equal(text, unwanted))),
            Wanted::StartsWith(prefixes) => Some(self.starts_with(text, prefixes)),
            Wanted::StartsWithNoneOf(prefixes) => Some(!self.starts_with(text, prefixes)),
            Wanted::ContainsAllOfParameter(name) => {
                self.every_item(name, |item| Some(split(text).any(|found| found == item)))
            }
            Wanted::VersionAtLeast(minimum) => version_at_least(text, minimum),
            Wanted::VersionAtLeastParameter(name) => version_at_least(text, self.parameter(name)?),
            Wanted::Contains(wanted) => Some(split(text).any(|item| item == wanted)),
            Wanted::AtLeastItems(number) => Some(usize::from(!text.is_empty()) >= number),
            Wanted::AtMostItems(limit) => Some(usize::from(!text.is_empty()) <= limit),
        }
    }

    /// Whether text with unknown parts is as wanted: known if the known parts decide.
    fn parts(self, parts: &[Part]) -> Option<bool> {
        let impossible = |text: &str| !may_equal(parts, text, self.ignores_case);
        match self.wanted {
            Wanted::True => impossible("true").then_some(false),
            Wanted::False => impossible("false").then_some(false),
            Wanted::Equal(text) => impossible(text).then_some(false),
            Wanted::Different(text) => impossible(text).then_some(true),
            Wanted::OneOf(texts) => texts.iter().all(|text| impossible(text)).then_some(false),
            Wanted::NoneOf(texts) => texts.iter().all(|text| impossible(text)).then_some(true),
            Wanted::StartsWith(prefixes) => starts_with_any(parts, prefixes, self.ignores_case),
            Wanted::StartsWithNoneOf(prefixes) => {
                starts_with_any(parts, prefixes, self.ignores_case).map(|starts| !starts)
            }
            Wanted::EqualToParameter(name) => impossible(self.parameter(name)?.trim()).then_some(false),
            Wanted::OneOfParameter(name) | Wanted::ExceptedByParameter(name) => {
                self.any_item(name, |item| if impossible(item) { Some(false) } else { None })
            }
            Wanted::NamedByParameter(name) => self.any_item(name, |item| parts_name_same(parts, item)),
            _ => None,
        }
    }

    /// Whether it is a name, ID or ARN that AWS makes up for a resource of the template: none that anyone could
    /// have written down before.
    fn is_made_up(&self, reason: &Reason) -> bool {
        let neighbourhood = self.subject.neighbourhood;
        neighbourhood.resource_behind(reason).is_some_and(|resource| {
            resource.resource_type.starts_with("AWS::")
                && !resource.resource_type.starts_with("AWS::CloudFormation::")
        })
    }

    fn parameter(&self, name: &str) -> Option<&str> {
        self.subject.parameters.get(name)
    }

    /// Whether `holds` for an item of the rule's parameter.
    fn any_item(&self, name: &str, holds: impl Fn(&str) -> Option<bool>) -> Option<bool> {
        let answers = || split(self.parameter(name).unwrap_or_default()).map(&holds);
        self.parameter(name)?;
        if answers().any(|answer| answer == Some(true)) {
            Some(true)
        } else if answers().any(|answer| answer.is_none()) {
            None
        } else {
            Some(false)
        }
    }

    /// Whether `holds` for every item of the rule's parameter.
    fn every_item(&self, name: &str, holds: impl Fn(&str) -> Option<bool>) -> Option<bool> {
        self.parameter(name)?;
        self.any_item(name, |item| holds(item).map(|holds| !holds)).map(|fails| !fails)
    }

    /// Whether the two texts are the same, in upper or lower case if that makes no difference here.
    fn equal(&self, one: &str, other: &str) -> bool {
        if self.ignores_case { one.eq_ignore_ascii_case(other) } else { one == other }
    }

    fn starts_with(&self, text: &str, prefixes: &[&str]) -> bool {
        let starts = |prefix: &&str| text.get(..prefix.len()).is_some_and(|start| self.equal(start, prefix));
        prefixes.iter().any(starts)
    }

    /// Whether a value and a parameter say the same: as text, as numbers (`60` and `60.0`) or as booleans
    /// (`true` and `TRUE`).
    fn same(&self, text: &str, parameter: &str) -> bool {
        let parameter = parameter.trim();
        let boolean = ["true", "false"].iter().any(|word| parameter.eq_ignore_ascii_case(word));
        self.equal(text, parameter)
            || (boolean && text.eq_ignore_ascii_case(parameter))
            || matches!((number(text), number(parameter)), (Some(a), Some(b)) if a == b)
    }
}

/// A number as CloudFormation writes it.
fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
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
