//! Checks: the small vocabulary that rules are written in.
//!
//! A check is a constant, built from the functions and methods of this file, and reads as the sentence that
//! it decides: `property("StorageEncrypted").is_true()`. [`Check::evaluate`] decides it in three-valued
//! logic.

use super::related::Related;
use super::subject::{ItemKey, Subject};
use super::tags::{TagPlace, is_tagged};
use super::truth::{Evidence, Found, Truth};
use super::wanted::Wanted;
use crate::resolve::{Content, Value};
use std::borrow::Cow;

/// A condition on a resource.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Always holds.
    Always,
    /// A property has to be as wanted.
    Property(Property, Wanted),
    /// All have to hold.
    All(&'static [Check]),
    /// One has to hold.
    Any(&'static [Check]),
    /// The check must not hold; the statement says what is wrong if it does.
    Not(&'static Check, &'static str),
    /// The check, with a statement that says what is wrong if it fails.
    Explained(&'static Check, &'static str),
    /// If the first check holds, the second has to hold; if not, the third.
    When(&'static Check, &'static Check, &'static Check),
    /// The check has to hold for every item of a list, or value of a map. Holds for an absent one.
    EachItem(&'static str, &'static Check),
    /// The check has to hold for an item of a list, or value of a map. Fails for an absent one.
    SomeItem(&'static str, &'static Check),
    /// The check has to hold if the rule's parameter is given.
    WhenParameter(&'static str, &'static Check),
    /// Another resource of the template, which refers to this one, has to satisfy the check.
    Related(Related, &'static Check),
    /// The resource that a property refers to has to satisfy the check.
    Follow(&'static str, &'static [&'static str], &'static Check),
    /// The resource has the tags that the rule's parameter `requiredKeyTags` wants, or any.
    Tagged(TagPlace),
    /// What no combination of the others can say.
    Function(for<'s, 'a> fn(&'s Subject<'a>) -> Truth<'a>),
}

/// The property at `path`: names joined by dots, from the resource's properties (inside
/// [`each_item`] and [`some_item`], from the item; there `""` is the item itself).
pub const fn property(path: &'static str) -> Property {
    Property { path, absent: Absent::AsItIs }
}

/// All of `checks` have to hold.
pub const fn all_of(checks: &'static [Check]) -> Check {
    Check::All(checks)
}

/// One of `checks` has to hold.
pub const fn any_of(checks: &'static [Check]) -> Check {
    Check::Any(checks)
}

/// `check` must not hold; `statement` says what is wrong if it does, as a sentence without a full stop.
pub const fn not(check: &'static Check, statement: &'static str) -> Check {
    Check::Not(check, statement)
}

/// If `condition` holds, `then` has to hold; if not, `otherwise`.
pub const fn when(condition: &'static Check, then: &'static Check, otherwise: &'static Check) -> Check {
    Check::When(condition, then, otherwise)
}

/// `check` has to hold for every item of the list (or value of the map) at `path`. An absent list has no
/// item that could fail.
pub const fn each_item(path: &'static str, check: &'static Check) -> Check {
    Check::EachItem(path, check)
}

/// `check` has to hold for at least one item of the list (or value of the map) at `path`.
pub const fn some_item(path: &'static str, check: &'static Check) -> Check {
    Check::SomeItem(path, check)
}

/// `check` has to hold if the rule's parameter `name` is given (or has a default).
pub const fn when_parameter(name: &'static str, check: &'static Check) -> Check {
    Check::WhenParameter(name, check)
}

/// The resource that the property at `path` refers to, of one of `types`, has to satisfy `check`. Unknown
/// if it is not in the template; fails if the property is absent.
pub const fn follow(path: &'static str, types: &'static [&'static str], check: &'static Check) -> Check {
    Check::Follow(path, types, check)
}

/// The tags at `place` have every key of the rule's parameter `requiredKeyTags`; without the parameter, any
/// tag will do.
pub const fn tagged(place: TagPlace) -> Check {
    Check::Tagged(place)
}

/// What no combination of the other checks can say.
pub const fn function(decide: for<'s, 'a> fn(&'s Subject<'a>) -> Truth<'a>) -> Check {
    Check::Function(decide)
}

/// A property that a check looks at, and how its absence is read.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    pub(super) path: &'static str,
    pub(super) absent: Absent,
}

/// How an absent property is read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Absent {
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

    /// It is a list, or comma-separated text, that contains this text.
    pub const fn contains(self, text: &'static str) -> Check {
        self.is(Wanted::Contains(text))
    }

    /// It equals the rule's parameter.
    pub const fn equals_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::EqualToParameter(name))
    }

    /// It is among the values of the rule's parameter, a comma-separated list.
    pub const fn is_one_of_parameter(self, name: &'static str) -> Check {
        self.is(Wanted::OneOfParameter(name))
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

impl Check {
    /// Holds for every resource.
    pub const ALWAYS: Check = Check::Always;

    /// Says `statement`, a sentence without a full stop, where the check fails.
    #[must_use]
    pub const fn explained(&'static self, statement: &'static str) -> Check {
        Check::Explained(self, statement)
    }

    /// Decides the check for `subject`.
    pub fn evaluate<'a>(&self, subject: &Subject<'a>) -> Truth<'a> {
        match self {
            Check::Always => Truth::True,
            Check::Property(property, wanted) => property.evaluate(*wanted, subject),
            Check::All(checks) => {
                checks.iter().fold(Truth::True, |truth, check| truth.and(|| check.evaluate(subject)))
            }
            Check::Any(checks) => match checks.split_first() {
                None => subject.fails("none of the alternatives holds"),
                Some((first, rest)) => rest
                    .iter()
                    .fold(first.evaluate(subject), |truth, check| truth.or(|| check.evaluate(subject))),
            },
            Check::Not(check, statement) => match check.evaluate(subject) {
                Truth::True => match check.first_property() {
                    Some(path) => subject.fails_at(path, *statement),
                    None => subject.fails(*statement),
                },
                Truth::False(_) => Truth::True,
                unknown @ Truth::Unknown(_) => unknown,
            },
            Check::Explained(check, statement) => match check.evaluate(subject) {
                Truth::False(evidence) => {
                    Truth::False(Evidence { finding: Found::Statement(Cow::Borrowed(statement)), ..evidence })
                }
                other => other,
            },
            Check::When(condition, then, otherwise) => match condition.evaluate(subject) {
                Truth::True => then.evaluate(subject),
                Truth::False(_) => otherwise.evaluate(subject),
                open @ Truth::Unknown(_) => match (then.evaluate(subject), otherwise.evaluate(subject)) {
                    (Truth::True, Truth::True) => Truth::True,
                    (fails @ Truth::False(_), Truth::False(_)) => fails,
                    _ => open,
                },
            },
            Check::EachItem(path, check) => quantified(Quantifier::Each, path, check, subject),
            Check::SomeItem(path, check) => quantified(Quantifier::Some, path, check, subject),
            Check::WhenParameter(name, check) => match subject.parameter(name) {
                Some(_) => check.evaluate(subject),
                None => Truth::True,
            },
            Check::Related(related, check) => related.evaluate(check, subject),
            Check::Follow(path, types, check) => subject.follow(path, types, check),
            Check::Tagged(place) => is_tagged(*place, subject),
            Check::Function(decide) => decide(subject),
        }
    }

    /// The path of the first property that the check looks at.
    fn first_property(&self) -> Option<&'static str> {
        match self {
            Check::Property(property, _) => Some(property.path),
            Check::All(checks) | Check::Any(checks) => checks.iter().find_map(Check::first_property),
            Check::Not(check, _)
            | Check::Explained(check, _)
            | Check::WhenParameter(_, check)
            | Check::When(check, ..) => check.first_property(),
            Check::EachItem(path, _) | Check::SomeItem(path, _) | Check::Follow(path, ..) => Some(path),
            Check::Always | Check::Related(..) | Check::Tagged(_) | Check::Function(_) => None,
        }
    }
}

impl Property {
    fn evaluate<'a>(&self, wanted: Wanted, subject: &Subject<'a>) -> Truth<'a> {
        subject.look(self.path, &mut |place| {
            let (found, holds) = match (place.value, self.absent) {
                (Some(value), _) => (Found::of(value), wanted.test(value, subject)),
                (None, Absent::AsItIs) => {
                    (Found::Nothing { default: None }, Some(wanted.holds_for_nothing()))
                }
                (None, Absent::Default(text)) => {
                    (Found::Nothing { default: Some(text) }, wanted.test_text(text, subject))
                }
                (None, Absent::Unknown(why)) => (Found::Statement(Cow::Borrowed(why)), None),
            };
            match holds {
                Some(true) => Truth::True,
                Some(false) => place.fails(found, wanted),
                None => place.unknown(found, wanted),
            }
        })
    }
}

/// Whether a check speaks of all items of a list or of at least one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quantifier {
    Each,
    Some,
}

/// Decides `check` for the items of the list, or the values of the map, at `path`.
fn quantified<'a>(
    quantifier: Quantifier,
    path: &'static str,
    check: &Check,
    subject: &Subject<'a>,
) -> Truth<'a> {
    subject.look(path, &mut |place| {
        let none = || match quantifier {
            Quantifier::Each => Truth::True,
            Quantifier::Some => place.fails(Found::Nothing { default: None }, Wanted::Present),
        };
        let join = |truth: Truth<'a>, item: &'a Value, key: ItemKey<'a>| {
            let decide = || {
                decide_item(item, &mut |value| match value {
                    Some(value) => check.evaluate(&subject.item(&place, key, value)),
                    None => none(),
                })
            };
            match quantifier {
                Quantifier::Each => truth.and(decide),
                Quantifier::Some => truth.or(decide),
            }
        };
        match place.value.map(|value| (value, &value.content)) {
            None | Some((_, Content::Null)) => none(),
            Some((_, Content::List(items))) => items
                .iter()
                .enumerate()
                .fold(none(), |truth, (index, item)| join(truth, item, ItemKey::Index(index))),
            Some((_, Content::Map(map))) => {
                map.iter().fold(none(), |truth, entry| join(truth, &entry.value, ItemKey::Name(&entry.key)))
            }
            Some((_, Content::Unknown(unknown))) => place.unknown(Found::Unknown(unknown), Wanted::Present),
            Some((value, _)) => join(none(), value, ItemKey::Itself),
        }
    })
}

/// Decides an item that may be one of two values, either of which may be absent.
fn decide_item<'a>(item: &'a Value, decide: &mut dyn FnMut(Option<&'a Value>) -> Truth<'a>) -> Truth<'a> {
    match &item.content {
        Content::Either(choice) => {
            let mut branch = |value: &'a Option<Value>| match value {
                Some(value) => decide_item(value, decide),
                None => decide(None),
            };
            let then = branch(&choice.then);
            let otherwise = branch(&choice.otherwise);
            then.either(otherwise, &choice.condition)
        }
        _ => decide(Some(item)),
    }
}

/// Whether `value` holds something: not null, not empty.
pub(super) fn is_something(value: &Value) -> Option<bool> {
    match &value.content {
        Content::Null => Some(false),
        Content::Text(text) => Some(!text.is_empty()),
        Content::Map(map) => Some(!map.is_empty()),
        Content::List(items) if items.iter().any(is_surely_there) => Some(true),
        Content::List(items) => items.is_empty().then_some(false),
        Content::Boolean(_) | Content::Integer(_) | Content::Float(_) | Content::Partial(_) => Some(true),
        Content::Either(choice) => {
            let then = choice.then.as_ref().map_or(Some(false), is_something);
            let otherwise = choice.otherwise.as_ref().map_or(Some(false), is_something);
            if then == otherwise { then } else { None }
        }
        Content::Unknown(unknown) => unknown.reason.is_never_empty().then_some(true),
    }
}

/// Whether an item stays in its list whatever an unknown condition turns out to be.
fn is_surely_there(item: &Value) -> bool {
    match &item.content {
        Content::Either(choice) => [&choice.then, &choice.otherwise]
            .into_iter()
            .all(|branch| branch.as_ref().is_some_and(is_surely_there)),
        _ => true,
    }
}
