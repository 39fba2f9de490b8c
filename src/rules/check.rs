//! Checks: the small vocabulary that rules are written in.
//!
//! A check is a constant, built from the functions of this file and the methods of [`Property`] and
//! [`Related`], and reads as the sentence that it decides: `property("StorageEncrypted").is_true()`.
//! [`Check::evaluate`] decides it in three-valued logic.

use super::items::{Quantifier, decide_items, split};
use super::json;
use super::policy::{self, StatementTest};
use super::property::Property;
use super::related::Related;
use super::setting::Setting;
use super::subject::Subject;
use super::tags::{TagPlace, is_tagged};
use super::truth::{Evidence, Found, Truth};
use super::wanted::Wanted;
use std::borrow::Cow;

/// A condition on a resource.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Always holds.
    Always,
    /// Never holds; the statement says what is wrong.
    Never(&'static str),
    /// Can't be decided from a template; the statement says why.
    Undecided(&'static str),
    /// The resource has to be of one of these types.
    HasType(&'static [&'static str]),
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
    /// The check has to hold for every item, or for one, of a list; or of the values of a map.
    Items(Quantifier, &'static str, &'static Check),
    /// The rule's parameter has to be given.
    ParameterIsGiven(&'static str),
    /// The rule's parameter has to be given as `true`.
    ParameterIsTrue(&'static str),
    /// The rule's parameter, a comma-separated list, has to be given with this item in it.
    ParameterContains(&'static str, &'static str),
    /// The check has to hold if the rule's parameter is given.
    WhenParameter(&'static str, &'static Check),
    /// All other resources of the template that refer to this one, or one of them, have to satisfy the
    /// check.
    Related(Quantifier, Related, &'static Check),
    /// The resource that a property refers to has to satisfy the check.
    Follow(&'static str, &'static [&'static str], &'static Check),
    /// The resource that the first of these properties that is there refers to has to satisfy the check.
    FollowFirst(&'static [&'static str], &'static [&'static str], &'static Check),
    /// The entry of a list that a property names by its key has to satisfy the check.
    Setting(Setting, &'static Check),
    /// The check has to hold for the JSON object, a map or text, at the path.
    Json(&'static str, &'static Check),
    /// The resource has the tags that the rule's parameter `requiredKeyTags` wants, or any.
    Tagged(TagPlace),
    /// The test has to hold for a statement of the policy document at the path; the statement says what is wrong if not.
    SomeStatement(&'static str, StatementTest, &'static str),
    /// The test must not hold for any statement of the policy document at the path; the statement says what is wrong.
    NoStatement(&'static str, StatementTest, &'static str),
    /// What no combination of the others can say.
    Function(for<'s, 'a> fn(&'s Subject<'a>) -> Truth<'a>),
}

/// Never holds: `statement` says what is wrong, as a sentence without a full stop.
pub const fn never(statement: &'static str) -> Check {
    Check::Never(statement)
}

/// Can't be decided from a template, or AWS doesn't say how: `statement` says why, as a sentence without a full stop.
pub const fn undecided(statement: &'static str) -> Check {
    Check::Undecided(statement)
}

/// The resource is of one of `types`: for rules that judge several types, and for what a property refers to.
pub const fn has_type(types: &'static [&'static str]) -> Check {
    Check::HasType(types)
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
    Check::Items(Quantifier::Each, path, check)
}

/// `check` has to hold for at least one item of the list (or value of the map) at `path`. An absent list
/// fails.
pub const fn some_item(path: &'static str, check: &'static Check) -> Check {
    Check::Items(Quantifier::Some, path, check)
}

/// The rule's parameter `name` is given (or has a default).
pub const fn parameter_is_given(name: &'static str) -> Check {
    Check::ParameterIsGiven(name)
}

/// The rule's parameter `name` is given (or has a default) as `true`, in any case.
pub const fn parameter_is_true(name: &'static str) -> Check {
    Check::ParameterIsTrue(name)
}

/// The rule's parameter `name`, a comma-separated list, is given (or has a default) and contains `item`.
pub const fn parameter_contains(name: &'static str, item: &'static str) -> Check {
    Check::ParameterContains(name, item)
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

/// As [`follow`], by the first of the properties at `paths` that is present: for references by ID or by name.
pub const fn follow_first(
    paths: &'static [&'static str],
    types: &'static [&'static str],
    check: &'static Check,
) -> Check {
    Check::FollowFirst(paths, types, check)
}

/// In the list at `path`, whose items are pairs of a key and a value, the item whose property `key_property` is
/// `key` has to satisfy `check`. Without such an item `check` finds nothing but absent properties. Of several
/// items with the key the last one counts.
pub const fn setting(
    path: &'static str,
    key_property: &'static str,
    key: &'static str,
    check: &'static Check,
) -> Check {
    Check::Setting(Setting { path, key_property, key }, check)
}

/// `check` has to hold for the object at `path`, which is a map or JSON text. Without one `check` finds nothing but
/// absent properties.
pub const fn in_json(path: &'static str, check: &'static Check) -> Check {
    Check::Json(path, check)
}

/// The tags at `place` have every key of the rule's parameter `requiredKeyTags`; without the parameter, any
/// tag will do.
pub const fn tagged(place: TagPlace) -> Check {
    Check::Tagged(place)
}

/// `test` has to hold for at least one statement of the policy document (a map or JSON text) at `path`; `says` says
/// what is missing if it does for none, as a sentence without a full stop. An absent document fails.
pub const fn some_statement(path: &'static str, test: StatementTest, says: &'static str) -> Check {
    Check::SomeStatement(path, test, says)
}

/// `test` must not hold for any statement of the policy document (a map or JSON text) at `path`; `says` says what is
/// wrong if it does, as a sentence without a full stop. An absent document is fine.
pub const fn no_statement(path: &'static str, test: StatementTest, says: &'static str) -> Check {
    Check::NoStatement(path, test, says)
}

/// What no combination of the other checks can say.
pub const fn function(decide: for<'s, 'a> fn(&'s Subject<'a>) -> Truth<'a>) -> Check {
    Check::Function(decide)
}

impl Check {
    /// Holds for every resource.
    pub const ALWAYS: Check = Check::Always;

    /// Says `statement`, a sentence without a full stop, where the check fails, and points at the same place.
    #[must_use]
    pub const fn explained(&'static self, statement: &'static str) -> Check {
        Check::Explained(self, statement)
    }

    /// Decides the check for `subject`.
    pub fn evaluate<'a>(&self, subject: &Subject<'a>) -> Truth<'a> {
        match self {
            Check::Always => Truth::True,
            Check::Never(statement) => subject.fails(*statement),
            Check::Undecided(statement) => subject.unknown(*statement),
            Check::HasType(types) if types.contains(&&*subject.resource.resource_type) => Truth::True,
            Check::HasType(types) => subject.fails(format!("the resource is no {}", types.join(" and no "))),
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
            Check::Items(quantifier, path, check) => decide_items(*quantifier, path, check, subject),
            Check::ParameterIsGiven(name) => match subject.parameter(name) {
                Some(_) => Truth::True,
                None => subject.fails(format!("the rule's parameter {name} is not given")),
            },
            Check::ParameterIsTrue(name) => match subject.parameter(name) {
                Some(value) if value.trim().eq_ignore_ascii_case("true") => Truth::True,
                _ => subject.fails(format!("the rule's parameter {name} is not true")),
            },
            Check::ParameterContains(name, item) => match subject.parameter(name) {
                Some(list) if split(list).any(|found| found == *item) => Truth::True,
                _ => subject.fails(format!("the rule's parameter {name} does not contain {item}")),
            },
            Check::WhenParameter(name, check) => match subject.parameter(name) {
                Some(_) => check.evaluate(subject),
                None => Truth::True,
            },
            Check::Related(quantifier, related, check) => related.evaluate(*quantifier, check, subject),
            Check::Follow(path, types, check) => subject.follow(path, types, check),
            Check::FollowFirst(paths, types, check) => subject.follow_first(paths, types, check),
            Check::Setting(setting, check) => setting.evaluate(check, subject),
            Check::Json(path, check) => json::decide(path, check, subject),
            Check::Tagged(place) => is_tagged(*place, subject),
            Check::SomeStatement(path, test, says) => policy::some_statement(path, *test, says, subject),
            Check::NoStatement(path, test, says) => policy::no_statement(path, *test, says, subject),
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
            Check::Items(_, path, _)
            | Check::Follow(path, ..)
            | Check::Json(path, _)
            | Check::SomeStatement(path, ..)
            | Check::NoStatement(path, ..) => Some(path),
            Check::FollowFirst(paths, ..) => paths.first().copied(),
            Check::Setting(setting, _) => Some(setting.path),
            Check::Always
            | Check::Never(_)
            | Check::Undecided(_)
            | Check::HasType(_)
            | Check::ParameterIsGiven(_)
            | Check::ParameterIsTrue(_)
            | Check::ParameterContains(..)
            | Check::Related(..)
            | Check::Tagged(_)
            | Check::Function(_) => None,
        }
    }
}
