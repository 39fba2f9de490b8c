//! One statement of a policy document, and its elements.

use crate::resolve::{Content, Unknown, Value};
use crate::rules::three_valued::{any, both, is_text, some_item};
use crate::template::Map;

/// A statement.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'v> {
    elements: &'v Map<Value>,
}

impl<'v> Statement<'v> {
    pub(super) fn new(elements: &'v Map<Value>) -> Self {
        Statement { elements }
    }

    /// The statement's `Effect` is `Allow`.
    pub fn allows(self) -> Option<bool> {
        self.some("Effect", |effect| is_text(effect, "Allow"))
    }

    /// The statement's `Effect` is `Deny`.
    pub fn denies(self) -> Option<bool> {
        self.some("Effect", |effect| is_text(effect, "Deny"))
    }

    /// The element is there.
    pub fn has(self, element: &str) -> bool {
        self.elements.get(element).is_some()
    }

    /// `holds` for an item of the element, which may be one item or a list. An absent element has none.
    pub fn some(self, element: &str, holds: impl Fn(&Value) -> Option<bool>) -> Option<bool> {
        self.elements.get(element).map_or(Some(false), |value| some_item(value, &holds))
    }

    /// `holds` for every item of the element. An absent element has none.
    pub fn each(self, element: &str, holds: impl Fn(&Value) -> Option<bool>) -> Option<bool> {
        self.some(element, |item| holds(item).map(|holds| !holds)).map(|fails| !fails)
    }

    /// `holds` for one of the principals of the element `Principal` or `NotPrincipal`: for its kind (`AWS`,
    /// `Service`, `Federated`, `CanonicalUser`; `None` for the plain `*`) and its value.
    pub fn some_principal(
        self,
        element: &str,
        holds: impl Fn(Option<&str>, &Value) -> Option<bool>,
    ) -> Option<bool> {
        self.elements.get(element).map_or(Some(false), |value| some_principal(value, &holds))
    }

    /// `holds` for one of the conditions: for the operator, the key and the value or list of values.
    pub fn some_condition(self, holds: impl Fn(&str, &str, &Value) -> Option<bool>) -> Option<bool> {
        let Some(operators) = self.elements.get("Condition") else { return Some(false) };
        some_entry(operators, &|operator, keys| some_entry(keys, &|key, values| holds(operator, key, values)))
    }
}

/// The first thing in `value` that is not known.
pub(super) fn first_unknown(value: &Value) -> Option<&Unknown> {
    match &value.content {
        Content::List(items) => items.iter().find_map(first_unknown),
        Content::Map(map) => map.iter().find_map(|entry| first_unknown(&entry.value)),
        _ => value.unknown(),
    }
}

fn some_principal(value: &Value, holds: &dyn Fn(Option<&str>, &Value) -> Option<bool>) -> Option<bool> {
    match &value.content {
        Content::Map(kinds) => any(kinds
            .iter()
            .map(|kind| some_item(&kind.value, &|principal| holds(Some(&*kind.key), principal)))),
        Content::List(items) => any(items.iter().map(|item| some_principal(item, holds))),
        Content::Either(_) => both(value, &|value| some_principal(value, holds)),
        _ => holds(None, value),
    }
}

fn some_entry(value: &Value, holds: &dyn Fn(&str, &Value) -> Option<bool>) -> Option<bool> {
    match &value.content {
        Content::Map(map) => {
            any(map.iter().map(|entry| both(&entry.value, &|value| holds(&entry.key, value))))
        }
        Content::Either(_) => both(value, &|value| some_entry(value, holds)),
        Content::Unknown(_) | Content::Partial(_) => None,
        _ => Some(false),
    }
}
