//! Properties: the place that a check looks at, how its absence is read, and what may be wanted of it.

use super::check::Check;
use super::subject::{Place, Subject};
use super::truth::{Found, Truth};
use super::wanted::Wanted;
use std::borrow::Cow;

/// The property at `path`: names joined by dots, from the resource's properties (inside
/// [`each_item`](super::each_item) and [`some_item`](super::some_item), from the item; there `""` is the item itself).
pub const fn property(path: &'static str) -> Property {
    Property { path, absent: Absent::AsItIs, ignores_case: false }
}

/// A property that a check looks at, and how its absence is read.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    pub(super) path: &'static str,
    absent: Absent,
    ignores_case: bool,
}

/// How an absent property is read.
#[derive(Clone, Copy, Debug)]
enum Absent {
    /// As absent: every test of a value fails.
    AsItIs,
    /// As if the service's default were written there.
    Default(&'static str),
    /// As something that the template can't tell, for this reason.
    Unknown(&'static str),
}

impl Property {
    /// Reads an absent property as if `value`, the service's default, were written there.
    #[must_use]
    pub const fn default(self, value: &'static str) -> Self {
        Property { absent: Absent::Default(value), ..self }
    }

    /// Leaves the check open where the property is absent; `why` is a whole sentence without a full stop.
    #[must_use]
    pub const fn unknown_when_absent(self, why: &'static str) -> Self {
        Property { absent: Absent::Unknown(why), ..self }
    }

    /// Compares without regard to upper and lower case.
    #[must_use]
    pub const fn ignoring_case(self) -> Self {
        Property { ignores_case: true, ..self }
    }

    /// It is `true` (as a boolean or as text).
    pub const fn is_true(self) -> Check {
        self.is(Wanted::True)
    }

    /// It is `false` (as a boolean or as text).
    pub const fn is_false(self) -> Check {
        self.is(Wanted::False)
    }

    /// It is there, and not empty text, list or map.
    pub const fn is_present(self) -> Check {
        self.is(Wanted::Present)
    }

    /// It is not there, or an empty text, list or map.
    pub const fn is_absent(self) -> Check {
        self.is(Wanted::Absent)
    }

    /// It is this text.
    pub const fn equals(self, text: &'static str) -> Check {
        self.is(Wanted::Equal(text))
    }

    /// It is anything but this text; absent is fine.
    pub const fn differs_from(self, text: &'static str) -> Check {
        self.is(Wanted::Different(text))
    }

    /// It is one of these texts.
    pub const fn is_one_of(self, texts: &'static [&'static str]) -> Check {
        self.is(Wanted::OneOf(texts))
    }

    /// It is none of these texts; absent is fine.
    pub const fn is_none_of(self, texts: &'static [&'static str]) -> Check {
        self.is(Wanted::NoneOf(texts))
    }

    /// It begins with one of these texts.
    pub const fn starts_with(self, prefixes: &'static [&'static str]) -> Check {
        self.is(Wanted::StartsWith(prefixes))
    }

    /// It begins with none of these texts; absent is fine.
    pub const fn starts_with_none_of(self, prefixes: &'static [&'static str]) -> Check {
        self.is(Wanted::StartsWithNoneOf(prefixes))
    }

    /// It is a number of at least `minimum`.
    pub const fn at_least(self, minimum: i64) -> Check {
        self.is(Wanted::AtLeast(minimum))
    }

    /// It is a number of at most `maximum`.
    pub const fn at_most(self, maximum: i64) -> Check {
        self.is(Wanted::AtMost(maximum))
    }

    /// It is a list of at most `limit` items; absent is fine.
    pub const fn has_at_most(self, limit: usize) -> Check {
        self.is(Wanted::AtMostItems(limit))
    }

    /// It is a list of at least so many different items.
    pub const fn has_at_least(self, number: usize) -> Check {
        self.is(Wanted::AtLeastItems(number))
    }

    /// It is a list of at least as many different items as the rule's parameter says.
    pub const fn counts_at_least_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::AtLeastItemsOfParameter(name))
    }

    /// It is a list, or comma-separated text, that contains this text.
    pub const fn contains(self, text: &'static str) -> Check {
        self.is(Wanted::Contains(text))
    }

    /// It is a list that contains every item of the rule's parameter, a comma-separated list.
    pub const fn contains_all_of_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::ContainsAllOfParameter(name))
    }

    /// It is a version of at least `minimum`. Versions are compared part by part; one that leaves the deciding part
    /// to the service (`7.0` or `7.x` beside `7.0.4`) leaves the check open.
    pub const fn version_at_least(self, minimum: &'static str) -> Check {
        self.is(Wanted::VersionAtLeast(minimum))
    }

    /// It is a version of at least the rule's parameter, compared as in [`version_at_least`](Self::version_at_least).
    pub const fn version_at_least_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::VersionAtLeastParameter(name))
    }

    /// It equals the rule's parameter.
    pub const fn equals_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::EqualToParameter(name))
    }

    /// It is among the values of the rule's parameter, a comma-separated list.
    pub const fn is_one_of_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::OneOfParameter(name))
    }

    /// It is among the values of the rule's parameter, a comma-separated list of exceptions: without the parameter
    /// there is none.
    pub const fn is_excepted_by_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::ExceptedByParameter(name))
    }

    /// It names the same thing as the rule's parameter, or as one item of it: both may be a name, an ID or
    /// an ARN. Whether a KMS alias and a key ID are the same key stays open.
    pub const fn is_named_by_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::NamedByParameter(name))
    }

    /// It is a number of at least the rule's parameter.
    pub const fn at_least_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::AtLeastParameter(name))
    }

    /// It is a number of at most the rule's parameter.
    pub const fn at_most_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::AtMostParameter(name))
    }

    const fn is(self, wanted: Wanted) -> Check {
        Check::Property(self, wanted)
    }
}

impl Property {
    /// Decides whether the property is as `wanted`.
    pub(super) fn evaluate<'a>(&self, wanted: Wanted, subject: &Subject<'a>) -> Truth<'a> {
        subject.look(self.path, &mut |place| match place
            .value
            .and_then(|value| subject.neighbourhood.name_behind(value))
        {
            Some(name) => subject.look_at(name, place, &mut |place| self.decide(wanted, place, subject)),
            None => self.decide(wanted, place, subject),
        })
    }

    fn decide<'a>(&self, wanted: Wanted, place: Place<'_, 'a>, subject: &Subject<'a>) -> Truth<'a> {
        let test = wanted.against(subject, self.ignores_case);
        let (found, holds) = match (place.value, self.absent) {
            (Some(value), _) => (Found::of(value), test.value(value)),
            (None, Absent::AsItIs) => (Found::Nothing { default: None }, Some(wanted.holds_for_nothing())),
            (None, Absent::Default(text)) => (Found::Nothing { default: Some(text) }, test.text(text)),
            (None, Absent::Unknown(why)) => (Found::Statement(Cow::Borrowed(why)), None),
        };
        match holds {
            Some(true) => Truth::True,
            Some(false) => place.fails(found, wanted),
            None => place.unknown(found, wanted),
        }
    }
}
