//! `Fn::ToJsonString`: compact JSON, keys in the order of the template, unknown values as unknown parts.

use crate::resolve::budget::Expansion;
use crate::resolve::evaluate::Evaluator;
use crate::resolve::text::TextBuilder;
use crate::resolve::value::write_float;
use crate::resolve::{Content, Part, Reason, Unknown, Value};
use crate::template::{Node, Span};
use std::sync::Arc;

/// The value of `Fn::ToJsonString`.
pub(super) fn to_json_string(evaluator: &mut Evaluator, span: Span, value: &Node) -> Value {
    let Some(value) = evaluator.evaluate(value) else {
        return evaluator.fail(value.span, "`Fn::ToJsonString` needs a map or a list, found `AWS::NoValue`");
    };
    let mut writer = Writer { builder: TextBuilder::default(), written: 0 };
    if let Err(unknown) = writer.write(&value) {
        return Value::because(span, unknown);
    }
    if !evaluator.spend(Expansion::Text, writer.written, span) {
        return Value::not_known(span, Reason::Error);
    }
    Value::new(span, writer.builder.finish(span))
}

struct Writer {
    builder: TextBuilder,
    written: usize,
}

impl Writer {
    /// Writes a value; fails if not even the shape of the text is known, because something may vanish from it.
    fn write(&mut self, value: &Value) -> Result<(), Arc<Unknown>> {
        match &value.content {
            Content::Null => self.push("null"),
            Content::Boolean(boolean) => self.push(if *boolean { "true" } else { "false" }),
            Content::Integer(integer) => self.push(&integer.to_string()),
            Content::Float(float) => self.push(&write_float(*float)),
            Content::Text(text) => self.push(&serde_json::Value::from(&**text).to_string()),
            Content::List(items) => {
                self.push("[");
                for (index, item) in items.iter().enumerate() {
                    self.push(if index > 0 { "," } else { "" });
                    self.write(item)?;
                }
                self.push("]");
            }
            Content::Map(map) => {
                self.push("{");
                for (index, entry) in map.iter().enumerate() {
                    self.push(if index > 0 { "," } else { "" });
                    self.push(&serde_json::Value::from(&*entry.key).to_string());
                    self.push(":");
                    self.write(&entry.value)?;
                }
                self.push("}");
            }
            Content::Partial(parts) => {
                self.push("\"");
                for part in parts.iter() {
                    match part {
                        Part::Text(text) => {
                            let quoted = serde_json::Value::from(&**text).to_string();
                            self.push(quoted.get(1..quoted.len() - 1).unwrap_or_default());
                        }
                        Part::Unknown(unknown) => self.builder.push_unknown(unknown.clone()),
                    }
                }
                self.push("\"");
            }
            // The quotes, if it is text, are part of what is not known.
            Content::Unknown(unknown) => self.builder.push_unknown(unknown.clone()),
            Content::Either(choice) => {
                let condition = Arc::new(choice.condition.clone());
                if value.may_be_absent() {
                    return Err(condition);
                }
                self.builder.push_unknown(condition);
            }
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        self.written += text.len();
        self.builder.push_text(text);
    }
}
