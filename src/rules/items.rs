//! Lists and maps: checks on their items, how many there are, whether there is anything at all.

use super::check::Check;
use super::subject::{ItemKey, Subject};
use super::truth::{Found, Truth};
use super::wanted::Wanted;
use crate::resolve::{Choice, Content, Part, Reason, Value};
use crate::template::Map;

/// Whether a check speaks of all items of a list or of at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// All of them; an empty list will do.
    Each,
    /// At least one.
    Some,
}

/// Decides `check` for the items of the list, or the values of the map, at `path`.
pub(super) fn decide_items<'a>(
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
        let item = |key: ItemKey<'_>, value: &'a Value| {
            decide_item(value, &mut |value| match value {
                Some(value) => check.evaluate(&subject.item(&place, key, value)),
                None => none(),
            })
        };
        match place.value.map(|value| (value, &value.content)) {
            None => none(),
            Some((_, Content::List(items))) => {
                let items = items.iter().enumerate();
                join(quantifier, items.map(|(index, value)| item(ItemKey::Index(index), value)), none)
            }
            Some((_, Content::Map(map))) if !is_single_item(map) => {
                let entries = map.iter();
                join(quantifier, entries.map(|entry| item(ItemKey::Name(&entry.key), &entry.value)), none)
            }
            Some((_, Content::Unknown(unknown))) => place.unknown(Found::Unknown(unknown), Wanted::Present),
            // CloudFormation takes a single item for a list of one.
            Some((value, _)) => item(ItemKey::Itself, value),
        }
    })
}

/// Whether a map is itself the item of a list, and not a map of items, which are maps or lists: it holds scalars.
fn is_single_item(map: &Map<Value>) -> bool {
    map.iter().any(|entry| entry.value.as_text().is_some())
}

/// What holds for all, or for some, of the things that `truths` speak of; `none` if there are none.
pub(super) fn join<'a>(
    quantifier: Quantifier,
    mut truths: impl Iterator<Item = Truth<'a>>,
    none: impl FnOnce() -> Truth<'a>,
) -> Truth<'a> {
    let Some(first) = truths.next() else { return none() };
    truths.fold(first, |joined, truth| match quantifier {
        Quantifier::Each => joined.and(|| truth),
        Quantifier::Some => joined.or(|| truth),
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
        Content::Map(map) if map.is_empty() => Some(false),
        // Nothing may be left of it in the end.
        Content::Map(map) if map.iter().all(|entry| entry.value.may_be_absent()) => None,
        Content::Boolean(_) | Content::Integer(_) | Content::Float(_) | Content::Map(_) => Some(true),
        Content::List(items) => match count(items) {
            (1.., _) => Some(true),
            (_, 0) => Some(false),
            _ => None,
        },
        Content::Partial(parts) => parts.iter().any(is_never_empty).then_some(true),
        Content::Either(choice) => both(choice, is_something),
        Content::Unknown(unknown) => unknown.reason.is_never_empty().then_some(true),
    }
}

fn is_never_empty(part: &Part) -> bool {
    match part {
        Part::Text(_) => true,
        Part::Unknown(unknown) => unknown.reason.is_never_empty(),
    }
}

/// Whether a list has at most `limit` items.
pub(super) fn has_at_most(limit: usize, value: &Value) -> Option<bool> {
    match &value.content {
        Content::Null => Some(true),
        Content::List(items) => match count(items) {
            (_, most) if most <= limit => Some(true),
            (least, _) if least > limit => Some(false),
            _ => None,
        },
        Content::Either(choice) => both(choice, |value| has_at_most(limit, value)),
        Content::Unknown(_) => None,
        _ => Some(limit >= 1),
    }
}

/// Whether a list has at least `limit` different items. What is not known of an item counts as different: a
/// template doesn't list the same thing twice.
pub(super) fn has_at_least(limit: usize, value: &Value) -> Option<bool> {
    match &value.content {
        Content::Null => Some(limit == 0),
        Content::List(items) => {
            let (least, most) = count(items);
            let repeated = items
                .iter()
                .enumerate()
                .filter(|(index, item)| {
                    let text = item.as_text();
                    text.is_some() && items.iter().take(*index).any(|before| before.as_text() == text)
                })
                .count();
            match (least.saturating_sub(repeated), most.saturating_sub(repeated)) {
                (least, _) if least >= limit => Some(true),
                (_, most) if most < limit => Some(false),
                _ => None,
            }
        }
        Content::Either(choice) => both(choice, |value| has_at_least(limit, value)),
        // Every Region has at least two.
        Content::Unknown(unknown) if unknown.reason == Reason::AvailabilityZones && limit <= 2 => Some(true),
        Content::Unknown(_) => None,
        _ => Some(limit <= 1),
    }
}

/// How many items a list has, at least and at most. Empty text is no item: it is what an empty list
/// parameter leaves behind.
fn count(items: &[Value]) -> (usize, usize) {
    items.iter().fold((0, 0), |(least, most), item| {
        let (sure, possible) = presence(item);
        (least + usize::from(sure), most + usize::from(possible))
    })
}

/// Whether an item is there whatever an unknown condition turns out to be, and whether it may be there.
fn presence(item: &Value) -> (bool, bool) {
    match &item.content {
        Content::Null => (false, false),
        Content::Text(text) => (!text.is_empty(), !text.is_empty()),
        Content::Either(choice) => {
            let branch = |value: &Option<Value>| value.as_ref().map_or((false, false), presence);
            let (then, otherwise) = (branch(&choice.then), branch(&choice.otherwise));
            (then.0 && otherwise.0, then.1 || otherwise.1)
        }
        _ => (true, true),
    }
}

/// Whether a list, or comma-separated text, contains `wanted`.
pub(super) fn contains(value: &Value, wanted: &str) -> Option<bool> {
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
        Content::Unknown(_) => None,
        Content::Partial(parts) => {
            // What stands between two known commas is an item, whatever the unknown parts turn out to be.
            let known: String = parts
                .iter()
                .map(|part| match part {
                    Part::Text(text) => text,
                    Part::Unknown(_) => "\0",
                })
                .collect();
            split(&known).any(|item| item == wanted).then_some(true)
        }
        Content::Either(choice) => both(choice, |value| contains(value, wanted)),
        _ => Some(value.as_text().is_some_and(|text| split(&text).any(|item| item == wanted))),
    }
}

/// The items of a comma-separated list, without the blanks around them.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// What holds for both values of a choice, an absent one counting as no.
fn both(choice: &Choice, decide: impl Fn(&Value) -> Option<bool>) -> Option<bool> {
    let branch = |value: &Option<Value>| value.as_ref().map_or(Some(false), &decide);
    let (then, otherwise) = (branch(&choice.then), branch(&choice.otherwise));
    if then == otherwise { then } else { None }
}
