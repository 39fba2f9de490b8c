//! Settings in lists of keys and values: the attributes of a load balancer, the settings of a cluster.

use super::check::Check;
use super::subject::{NOTHING, Place, Subject};
use super::truth::{Evidence, Found, Truth};
use super::wanted::Wanted;
use crate::resolve::{Content, Value};

/// The item of the list at a path whose property with the key is `key`.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub(super) path: &'static str,
    pub(super) key_property: &'static str,
    pub(super) key: &'static str,
}

impl Setting {
    pub(super) fn evaluate<'a>(&self, check: &Check, subject: &Subject<'a>) -> Truth<'a> {
        subject.look(self.path, &mut |place| {
            let missing = || check.evaluate(&subject.entry(&place, self.key, &NOTHING));
            let Some(value) = place.value else { return missing() };
            match &value.content {
                Content::List(items) => items
                    .iter()
                    .fold(missing(), |before, item| self.after(before, item, check, subject, &place)),
                // CloudFormation takes a single item for a list of one.
                Content::Map(_) => self.after(missing(), value, check, subject, &place),
                Content::Unknown(unknown) => place.unknown(Found::Unknown(unknown), Wanted::Present),
                _ => missing(),
            }
        })
    }

    /// What holds after `item`, if `before` holds without it.
    fn after<'a>(
        &self,
        before: Truth<'a>,
        item: &'a Value,
        check: &Check,
        subject: &Subject<'a>,
        place: &Place<'_, 'a>,
    ) -> Truth<'a> {
        match &item.content {
            Content::Either(choice) => {
                let branch = |value: &'a Option<Value>| match value {
                    Some(value) => self.after(before.clone(), value, check, subject, place),
                    None => before.clone(),
                };
                let then = branch(&choice.then);
                let otherwise = branch(&choice.otherwise);
                then.either(otherwise, &choice.condition)
            }
            Content::Map(map) => match map.get(self.key_property) {
                Some(key) => match (key.as_text(), key.unknown()) {
                    (Some(text), _) if text == self.key => {
                        check.evaluate(&subject.entry(place, self.key, item))
                    }
                    (None, Some(_)) => {
                        let with = check.evaluate(&subject.entry(place, self.key, item));
                        unless_agreed(before, with, key, place)
                    }
                    _ => before,
                },
                None => before,
            },
            Content::Unknown(_) => {
                let with = check.evaluate(&subject.entry(place, self.key, item));
                unless_agreed(before, with, item, place)
            }
            _ => before,
        }
    }
}

/// What both say, or unknown because of `value`.
fn unless_agreed<'a>(
    before: Truth<'a>,
    with: Truth<'a>,
    value: &'a Value,
    place: &Place<'_, 'a>,
) -> Truth<'a> {
    match (before, with) {
        (Truth::True, Truth::True) => Truth::True,
        (Truth::False(evidence), Truth::False(_)) => Truth::False(evidence),
        (Truth::Unknown(evidence), _) | (_, Truth::Unknown(evidence)) => Truth::Unknown(evidence),
        (Truth::False(evidence), _) | (_, Truth::False(evidence)) => {
            Truth::Unknown(Evidence { finding: Found::of(value), property: place.property(), ..evidence })
        }
    }
}
