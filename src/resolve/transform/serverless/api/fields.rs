//! The fields of a map, as [`super::piece::Piece`] has them.

use super::key_order::KeyOrder;
use super::piece::{Piece, Word};
use crate::template::{Span, Text};
use std::collections::HashMap;

/// The fields of a map.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    entries: Vec<Field>,
    /// The order in which Python 2 went through them; without it, that of insertion.
    order: Option<KeyOrder>,
    /// A deep copy changes the order of nothing in here.
    is_settled: bool,
}

/// A field of a map.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub key: Word,
    pub key_span: Span,
    pub value: Piece,
}

impl Fields {
    /// A map without fields, in Python 2's order.
    pub(super) fn ordered() -> Self {
        Fields { entries: Vec::new(), order: Some(KeyOrder::default()), is_settled: false }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a key, null or not.
    pub(super) fn get(&self, key: &str) -> Option<&Piece> {
        self.entries.iter().find(|field| &*field.key.text == key).map(|field| &field.value)
    }

    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Piece> {
        self.is_settled = false;
        self.entries.iter_mut().find(|field| &*field.key.text == key).map(|field| &mut field.value)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Gives a key a value.
    pub(super) fn set(&mut self, key: Word, key_span: Span, value: Piece) {
        match self.get_mut(&key.text) {
            Some(slot) => *slot = value,
            None => self.push(key, key_span, value),
        }
    }

    /// Gives a key a value, at the span of the value.
    pub(super) fn put(&mut self, key: &str, value: Piece) {
        self.set(Word::made(key), value.span, value);
    }

    /// The value of a key, which is `default` if it has none.
    pub(super) fn get_or(&mut self, key: &Word, span: Span, default: impl FnOnce() -> Piece) -> &mut Piece {
        self.is_settled = false;
        let index = self.entries.iter().position(|field| field.key.text == key.text).unwrap_or_else(|| {
            self.push(key.clone(), span, default());
            self.entries.len() - 1
        });
        &mut self.entries[index].value
    }

    /// Takes a key out.
    pub(super) fn remove(&mut self, key: &str) -> Option<Piece> {
        let index = self.entries.iter().position(|field| &*field.key.text == key)?;
        self.is_settled = false;
        if let Some(order) = &mut self.order {
            order.remove(key);
        }
        Some(self.entries.remove(index).value)
    }

    /// The fields in the order in which Python 2 went through them.
    pub(super) fn in_order(&self) -> Vec<&Field> {
        let Some(order) = &self.order else { return self.entries.iter().collect() };
        let fields: HashMap<&Text, &Field> =
            self.entries.iter().map(|field| (&field.key.text, field)).collect();
        order.iter().filter_map(|key| fields.get(key).copied()).collect()
    }

    /// The keys in the order in which Python 2 went through them.
    pub(super) fn keys(&self) -> Vec<Word> {
        self.in_order().into_iter().map(|field| field.key.clone()).collect()
    }

    /// The fields in the order in which they were added.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Field> {
        self.entries.iter()
    }

    /// The values, to be changed, in the order in which they were added.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut Piece> {
        self.is_settled = false;
        self.entries.iter_mut().map(|field| &mut field.value)
    }

    /// What `dict.copy` makes of it.
    pub(super) fn copied(&self) -> Fields {
        let order = self.order.as_ref().map(KeyOrder::copied);
        Fields { entries: self.entries.clone(), order, is_settled: false }
    }

    /// Adds the fields of `other` at once.
    pub(super) fn update(&mut self, other: &Fields) {
        match (&mut self.order, &other.order) {
            (Some(order), Some(more)) => order.merge(more),
            (Some(order), None) => order.merge(&other.entries.iter().map(|field| &field.key.text).collect()),
            (None, _) => {}
        }
        for field in other.in_order() {
            match self.entries.iter_mut().find(|entry| entry.key.text == field.key.text) {
                Some(entry) => entry.value = field.value.clone(),
                None => self.entries.push(field.clone()),
            }
        }
        self.is_settled = false;
    }

    /// What `copy.deepcopy` makes of it. Tells whether another copy would change nothing.
    pub(super) fn copy_deeply(&mut self) -> bool {
        if !self.is_settled {
            let changed = self.order.as_mut().is_some_and(KeyOrder::copy_deeply);
            let values = self.entries.iter_mut().map(|field| &mut field.value);
            self.is_settled = values.fold(!changed, |settled, value| value.copy_deeply() && settled);
        }
        self.is_settled
    }

    /// The key, if there is only one.
    pub(super) fn only_key(&self) -> Option<&str> {
        match self.entries.as_slice() {
            [field] => Some(&field.key.text),
            _ => None,
        }
    }

    /// Takes the keys for some that SAM makes.
    pub(super) fn set_keys_made(&mut self) {
        self.entries.iter_mut().for_each(|field| field.key.is_written = false);
    }

    /// Adds a key that is not there.
    pub(super) fn push(&mut self, key: Word, key_span: Span, value: Piece) {
        self.is_settled = false;
        if let Some(order) = &mut self.order {
            order.add(&key.text);
        }
        self.entries.push(Field { key, key_span, value });
    }
}
