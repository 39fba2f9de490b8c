//! Questions about values that may not be known: `None` is "that can't be known".

use super::partial::may_equal;
use crate::resolve::{Content, Value};

/// Whether one of them holds.
pub fn any(truths: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut joined = Some(false);
    for truth in truths {
        match truth {
            Some(true) => return Some(true),
            Some(false) => {}
            None => joined = None,
        }
    }
    joined
}

/// Whether all of them hold.
pub fn all(truths: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    any(truths.into_iter().map(|truth| truth.map(|truth| !truth))).map(|fails| !fails)
}

/// What there is to say where nobody says whether all of them have to hold or one: only if all agree.
pub fn all_or_none(truths: impl IntoIterator<Item = Option<bool>> + Clone) -> Option<bool> {
    match (all(truths.clone()), any(truths)) {
        (Some(true), _) => Some(true),
        (_, Some(false)) => Some(false),
        _ => None,
    }
}

/// Whether `value` is this text.
pub fn is_text(value: &Value, text: &str) -> Option<bool> {
    match &value.content {
        Content::Unknown(_) | Content::Either(_) => None,
        Content::Partial(parts) => {
            if may_equal(parts, text, false) {
                None
            } else {
                Some(false)
            }
        }
        _ => Some(value.as_text().is_some_and(|found| found == text)),
    }
}

/// `holds` for an item of a list, or for the value that stands where a list may.
pub fn some_item(value: &Value, holds: &dyn Fn(&Value) -> Option<bool>) -> Option<bool> {
    match &value.content {
        Content::Null => Some(false),
        Content::List(items) => any(items.iter().map(|item| some_item(item, holds))),
        Content::Either(_) => both(value, &|value| some_item(value, holds)),
        _ => holds(value),
    }
}

/// What holds for both values of a choice; an absent one has nothing that could hold.
pub(super) fn both(value: &Value, holds: &dyn Fn(&Value) -> Option<bool>) -> Option<bool> {
    let Content::Either(choice) = &value.content else { return holds(value) };
    let branch = |value: &Option<Value>| value.as_ref().map_or(Some(false), |value| both(value, holds));
    let (then, otherwise) = (branch(&choice.then), branch(&choice.otherwise));
    if then == otherwise { then } else { None }
}
