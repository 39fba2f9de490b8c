//! `Fn::ToJsonString`: compact JSON, keys in the order of the template, unknown values as unknown parts.

use crate::resolve::budget::Expansion;
use crate::resolve::evaluate::Evaluator;
use crate::resolve::text::{PART, TextBuilder};
use crate::resolve::value::write_float;
use crate::resolve::{Content, Part, Reason, Unknown, Value};
use crate::template::{Node, Span};
use std::sync::Arc;

/// The value of `Fn::ToJsonString`.
pub(super) fn to_json_string(evaluator: &mut Evaluator, span: Span, value: &Node) -> Value {
    let Some(value) = evaluator.evaluate(value) else {
        return evaluator.fail(value.span, "`Fn::ToJsonString` needs a map or a list, found `AWS::NoValue`");
    };
    let mut writer = Writer { evaluator, span, builder: TextBuilder::default() };
    match writer.write(&value) {
        Ok(()) => Value::new(span, writer.builder.finish(span)),
        Err(unknown) => Value::because(span, unknown),
    }
}

struct Writer<'w, 't> {
    evaluator: &'w mut Evaluator<'t>,
    span: Span,
    builder: TextBuilder,
}

impl Writer<'_, '_> {
    /// Writes a value; fails if not even the shape of the text is known, because something may vanish from it, or
    /// if it is too long.
    fn write(&mut self, value: &Value) -> Result<(), Arc<Unknown>> {
        match &value.content {
            Content::Null => self.push("null"),
            Content::Boolean(boolean) => self.push(if *boolean { "true" } else { "false" }),
            Content::Integer(integer) => self.push(&integer.to_string()),
            Content::Float(float) => self.push(&write_float(*float)),
            Content::Text(text) => self.push(&serde_json::Value::from(&**text).to_string()),
            Content::List(items) => {
                self.push("[")?;
                for (index, item) in items.iter().enumerate() {
                    self.push(if index > 0 { "," } else { "" })?;
                    self.write(item)?;
                }
                self.push("]")
            }
            Content::Map(map) => {
                self.push("{")?;
                for (index, entry) in map.iter().enumerate() {
                    self.push(if index > 0 { "," } else { "" })?;
                    self.push(&serde_json::Value::from(&*entry.key).to_string())?;
                    self.push(":")?;
                    self.write(&entry.value)?;
                }
                self.push("}")
            }
            Content::Partial(parts) => {
                self.push("\"")?;
                for part in parts.iter() {
                    match part {
                        Part::Text(text) => {
                            let quoted = serde_json::Value::from(&**text).to_string();
                            self.push(quoted.get(1..quoted.len() - 1).unwrap_or_default())?;
                        }
                        Part::Unknown(unknown) => self.push_unknown(unknown.clone())?,
                    }
                }
                self.push("\"")
            }
            // The quotes, if it is text, are part of what is not known.
            Content::Unknown(unknown) => self.push_unknown(unknown.clone()),
            Content::Either(choice) if value.may_be_absent() => Err(Arc::new(choice.condition.clone())),
            Content::Either(choice) => self.push_unknown(Arc::new(choice.condition.clone())),
        }
    }

    fn push(&mut self, text: &str) -> Result<(), Arc<Unknown>> {
        self.spend(text.len())?;
        self.builder.push_text(text);
        Ok(())
    }

    fn push_unknown(&mut self, unknown: Arc<Unknown>) -> Result<(), Arc<Unknown>> {
        self.spend(PART)?;
        self.builder.push_unknown(unknown);
        Ok(())
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Arc<Unknown>> {
        match self.evaluator.spend(Expansion::Text, bytes, self.span) {
            true => Ok(()),
            false => Err(Arc::new(Unknown { reason: Reason::Error, span: self.span })),
        }
    }
}
