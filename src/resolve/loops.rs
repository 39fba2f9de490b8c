//! `Fn::ForEach` of the language extensions: one copy of a fragment for each item of a collection.
//!
//! Facts: the AWS CloudFormation Template Reference, "Fn::ForEach". `${Identifier}` is replaced in keys and
//! texts, `&{Identifier}` likewise by the item's letters and digits only, and `Ref: Identifier` by the item.

use super::budget::Expansion;
use super::evaluate::Evaluator;
use super::{Reason, Unknown, Value};
use crate::template::{self, Entry, Map, Node, Span, Text};
use std::collections::HashSet;
use std::sync::Arc;

/// How the key of a loop begins.
pub(super) const PREFIX: &str = "Fn::ForEach::";

/// A loop's three arguments.
pub(super) struct Arguments<'n> {
    pub identifier: &'n Text,
    pub collection: &'n Node,
    pub fragments: &'n Map<Node>,
}

impl<'n> Arguments<'n> {
    /// Reads `[Identifier, Collection, {Key: Fragment}]`.
    pub fn of(body: &'n Node) -> Option<Self> {
        let Some([identifier, collection, fragments]) = body.as_list() else { return None };
        match (identifier.as_text(), fragments.as_map()) {
            (Some(identifier), Some(fragments)) => Some(Self { identifier, collection, fragments }),
            _ => None,
        }
    }
}

impl Evaluator<'_> {
    /// Unrolls a loop, and the loops in it, into plain entries. `Err` says why its collection is not known.
    pub fn unroll(
        &mut self,
        body: &Node,
        key_span: Span,
        entries: &mut Vec<Entry<Node>>,
    ) -> Result<(), Arc<Unknown>> {
        // A wrong shape was reported by the check of all functions, when the template was read.
        let error = || Arc::new(Unknown { reason: Reason::Error, span: body.span });
        let arguments = Arguments::of(body).ok_or_else(error)?;
        for item in self.collection(arguments.collection)? {
            let substitution = Substitution::new(arguments.identifier, &item);
            for entry in arguments.fragments {
                let key = substitution.text(self, &entry.key, key_span)?;
                let value = substitution.node(self, &entry.value)?;
                if key.starts_with(PREFIX) {
                    self.unroll(&value, entry.key_span, entries)?;
                } else {
                    entries.push(Entry { key, key_span: entry.key_span, value });
                }
            }
        }
        Ok(())
    }

    /// Unrolls a loop among properties.
    pub fn evaluate_loop(
        &mut self,
        body: &Node,
        key_span: Span,
        entries: &mut Vec<Entry<Value>>,
    ) -> Result<(), Arc<Unknown>> {
        let mut unrolled = Vec::new();
        self.unroll(body, key_span, &mut unrolled)?;
        for Entry { key, key_span, value } in unrolled {
            if let Some(value) = self.evaluate(&value) {
                entries.push(Entry { key, key_span, value });
            }
        }
        Ok(())
    }

    /// Reports what loops made twice, and keeps the first.
    pub fn report_duplicates<V>(&mut self, entries: &mut Vec<Entry<V>>) {
        let mut seen = HashSet::with_capacity(entries.len());
        entries.retain(|entry| {
            let new = seen.insert(entry.key.clone());
            if !new {
                let message = format!(
                    "`Fn::ForEach` makes the key `{}` more than once: the key has to hold `${{Identifier}}`",
                    super::constraints::shorten(&entry.key)
                );
                self.report_error(entry.key_span, message);
            }
            new
        });
    }

    /// The items of a collection, each once: a list of texts, or a function that gives one, or a mix of both.
    fn collection(&mut self, node: &Node) -> Result<Vec<Text>, Arc<Unknown>> {
        let error = Arc::new(Unknown { reason: Reason::Error, span: node.span });
        let value = self.evaluate(node).ok_or_else(|| error.clone())?;
        let mut items = Vec::new();
        let mut seen = HashSet::new();
        let mut pending = vec![&value];
        while let Some(value) = pending.pop() {
            if let Some(unknown) = value.share_unknown() {
                return Err(unknown);
            }
            if let Some(list) = value.as_list() {
                pending.extend(list.iter().rev());
            } else if let Some(text) = value.as_text() {
                let text = Text::from(text);
                if seen.insert(text.clone()) {
                    items.push(text);
                }
            } else {
                let message =
                    format!("the collection of `Fn::ForEach` must be a list of text, found {}", value.kind());
                self.report_error(node.span, message);
                return Err(error);
            }
        }
        Ok(items)
    }
}

/// An identifier and the item that takes its place.
struct Substitution<'l> {
    identifier: &'l Text,
    item: &'l Text,
    /// `${Identifier}`.
    exact: String,
    /// `&{Identifier}`, replaced by `stripped`.
    letters: String,
    stripped: String,
}

impl<'l> Substitution<'l> {
    fn new(identifier: &'l Text, item: &'l Text) -> Self {
        Self {
            identifier,
            item,
            exact: format!("${{{identifier}}}"),
            letters: format!("&{{{identifier}}}"),
            stripped: item.chars().filter(char::is_ascii_alphanumeric).collect(),
        }
    }

    fn node(&self, evaluator: &mut Evaluator, node: &Node) -> Result<Node, Arc<Unknown>> {
        if !evaluator.spend(Expansion::Loops, 1, node.span) {
            return Err(Arc::new(Unknown { reason: Reason::Error, span: node.span }));
        }
        let content = match &node.content {
            template::Content::Text(text) => template::Content::Text(self.text(evaluator, text, node.span)?),
            template::Content::List(items) => {
                let items = items.iter().map(|item| self.node(evaluator, item));
                template::Content::List(items.collect::<Result<_, _>>()?)
            }
            template::Content::Map(map) => self.map(evaluator, map)?,
            scalar => scalar.clone(),
        };
        Ok(Node { span: node.span, content })
    }

    fn map(&self, evaluator: &mut Evaluator, map: &Map<Node>) -> Result<template::Content, Arc<Unknown>> {
        if let [Entry { key, key_span, value }] = map.entries.as_slice() {
            match (&**key, &value.content) {
                ("Ref", template::Content::Text(name)) if name == self.identifier => {
                    return Ok(template::Content::Text(self.item.clone()));
                }
                ("Fn::Sub", template::Content::Text(text)) => {
                    // A `Fn::Sub` of loop values only is plain text, which may stand where functions may not.
                    let text = self.text(evaluator, text, value.span)?;
                    if !text.contains("${") {
                        return Ok(template::Content::Text(text));
                    }
                }
                ("Fn::If", template::Content::List(arguments)) => {
                    // The name of the condition stays as it is.
                    let mut items = Vec::with_capacity(arguments.len());
                    for (index, argument) in arguments.iter().enumerate() {
                        items.push(if index == 0 {
                            argument.clone()
                        } else {
                            self.node(evaluator, argument)?
                        });
                    }
                    let value = Node { span: value.span, content: template::Content::List(items) };
                    let entry = Entry { key: key.clone(), key_span: *key_span, value };
                    return Ok(template::Content::Map(Map { entries: vec![entry] }));
                }
                _ => {}
            }
        }
        let mut entries = Vec::with_capacity(map.len());
        for Entry { key, key_span, value } in map {
            let key = self.text(evaluator, key, *key_span)?;
            entries.push(Entry { key, key_span: *key_span, value: self.node(evaluator, value)? });
        }
        Ok(template::Content::Map(Map { entries }))
    }

    fn text(&self, evaluator: &mut Evaluator, text: &Text, span: Span) -> Result<Text, Arc<Unknown>> {
        if !text.contains(&self.exact) && !text.contains(&self.letters) {
            return Ok(text.clone());
        }
        let growth = text.matches(&self.exact).count() * self.item.len()
            + text.matches(&self.letters).count() * self.stripped.len();
        if !evaluator.spend(Expansion::Text, text.len() + growth, span) {
            return Err(Arc::new(Unknown { reason: Reason::Error, span }));
        }
        Ok(Text::from(text.replace(&self.letters, &self.stripped).replace(&self.exact, self.item)))
    }
}
