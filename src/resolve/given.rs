//! What one stack gives to another: exports, outputs, parameters of nested stacks.
//!
//! Spans lie in the files of one stack, so a value that crosses over takes the span of the place where it is used, and
//! what is unknown in it names the stack that knows more.

use super::{Choice, Content, Part, Reason, Unknown, Value};
use crate::template::{Entry, Map, Span, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// A value that another stack gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// What people call that stack.
    pub stack: Text,
    /// The value there.
    pub value: Value,
}

/// What the stacks give that are deployed before: to every stack in the same account and Region.
#[derive(Clone, Debug, Default)]
pub struct Deployed {
    exports: HashMap<(Where, Text), Given>,
    outputs: HashMap<(Where, Text), Given>,
}

/// Account and Region; `None` where the stack may go anywhere.
pub(super) type Where = (Option<String>, Option<String>);

impl Deployed {
    /// The value exported under this name.
    pub(super) fn export(&self, at: Where, name: &Text) -> Option<&Given> {
        self.exports.get(&(at, name.clone()))
    }

    /// An output of the stack with this name.
    pub(super) fn output(&self, at: Where, stack_name: &str, output: &str) -> Option<&Given> {
        self.outputs.get(&(at, output_key(stack_name, output)))
    }

    pub(super) fn add_export(&mut self, at: Where, name: Text, given: Given) {
        self.exports.entry((at, name)).or_insert(given);
    }

    pub(super) fn add_output(&mut self, at: Where, stack_name: &str, output: &str, given: Given) {
        self.outputs.entry((at, output_key(stack_name, output))).or_insert(given);
    }
}

/// Neither name can hold a slash.
fn output_key(stack_name: &str, output: &str) -> Text {
    Text::from(format!("{stack_name}/{output}"))
}

/// The largest and the deepest value that crosses from stack to stack. Choices share their branches, so a chain of stacks that
/// each choose between the same value twice makes a value that doubles at every step.
const LARGEST: usize = 10_000;
const DEEPEST: usize = 64;

/// Adds the values in `value` to `size`, until it is too large.
fn count(value: &Value, depth: usize, size: &mut usize) {
    *size += 1;
    if *size > LARGEST || depth > DEEPEST {
        *size = usize::MAX / 2;
        return;
    }
    match &value.content {
        Content::List(items) => items.iter().for_each(|item| count(item, depth + 1, size)),
        Content::Map(map) => map.iter().for_each(|entry| count(&entry.value, depth + 1, size)),
        Content::Partial(parts) => *size += parts.len(),
        Content::Either(choice) => {
            [&choice.then, &choice.otherwise]
                .into_iter()
                .flatten()
                .for_each(|value| count(value, depth + 1, size));
        }
        _ => {}
    }
}

impl Given {
    /// How many values [`Given::at`] makes, or more than [`LARGEST`].
    pub(super) fn size(&self) -> usize {
        let mut size = 0;
        count(&self.value, 0, &mut size);
        size
    }

    /// The value as it is at `span` of the stack that uses it.
    pub(super) fn at(&self, span: Span) -> Value {
        self.take(&self.value, span)
    }

    fn take(&self, value: &Value, span: Span) -> Value {
        let content = match &value.content {
            Content::List(items) => Content::List(items.iter().map(|item| self.take(item, span)).collect()),
            Content::Map(map) => {
                let entry = |entry: &Entry<Value>| Entry {
                    key: entry.key.clone(),
                    key_span: span,
                    value: self.take(&entry.value, span),
                };
                Content::Map(Map { entries: map.iter().map(entry).collect() })
            }
            Content::Partial(parts) => {
                let part = |part: &Part| match part {
                    Part::Text(text) => Part::Text(text.clone()),
                    Part::Unknown(unknown) => Part::Unknown(Arc::new(self.unknown(unknown, span))),
                };
                Content::Partial(parts.iter().map(part).collect())
            }
            Content::Either(choice) => Content::Either(Arc::new(Choice::new(
                self.unknown(&choice.condition, span),
                choice.then.as_ref().map(|value| self.take(value, span)),
                choice.otherwise.as_ref().map(|value| self.take(value, span)),
            ))),
            Content::Unknown(unknown) => Content::Unknown(Arc::new(self.unknown(unknown, span))),
            known => known.clone(),
        };
        Value::new(span, content)
    }

    fn unknown(&self, unknown: &Unknown, span: Span) -> Unknown {
        Unknown { reason: self.reason(&unknown.reason), span }
    }

    /// The reason, with the stack in which it is one. A value that was handed on says where it began.
    fn reason(&self, reason: &Reason) -> Reason {
        match reason {
            Reason::Elsewhere { .. } | Reason::Error => reason.clone(),
            _ => Reason::Elsewhere { stack: self.stack.clone(), reason: Arc::new(reason.clone()) },
        }
    }
}
