//! `Fn::Select`.

use crate::resolve::evaluate::Evaluator;
use crate::resolve::{Choice, Content, Reason, Unknown, Value};
use crate::template::{Node, Span};
use std::sync::Arc;

/// The value of `Fn::Select`.
pub(super) fn select(evaluator: &mut Evaluator, span: Span, index: &Node, values: &Node) -> Value {
    let values = evaluator.evaluate(values);
    let index_span = index.span;
    let index = match evaluator.text_argument(index, span, "the index of `Fn::Select`") {
        Ok(text) => match text.trim().parse::<usize>() {
            Ok(index) => index,
            Err(_) => {
                let text = evaluator.quote(&text);
                let message =
                    format!("the index of `Fn::Select` must be a whole number from 0, found {text}");
                return evaluator.fail(index_span, message);
            }
        },
        Err(value) => return value,
    };
    match values {
        Some(values) => item(evaluator, span, index, values),
        None => evaluator.fail(span, "`Fn::Select` needs a list, found `AWS::NoValue`"),
    }
}

fn item(evaluator: &mut Evaluator, span: Span, index: usize, values: Value) -> Value {
    match values.content {
        Content::List(mut items) => {
            // An item that may vanish moves those after it.
            let shifting = items.iter().take(index.saturating_add(1)).find(|item| item.may_be_absent());
            if let Some(unknown) = shifting.and_then(Value::share_unknown) {
                return Value::because(span, unknown);
            }
            if index < items.len() {
                return items.swap_remove(index);
            }
            if evaluator.read_secret {
                return evaluator.fail(span, "the index of `Fn::Select` is out of the range of its list");
            }
            let noun = if items.len() == 1 { "item" } else { "items" };
            let count = items.len();
            evaluator
                .fail(span, format!("the index of `Fn::Select` is {index}, but its list has {count} {noun}"))
        }
        Content::Either(choice) => {
            let Choice { condition, then, otherwise, .. } = &*choice;
            let (Some(then), Some(otherwise)) = (then, otherwise) else {
                return Value::because(span, Arc::new(condition.clone()));
            };
            let then = item_of_branch(evaluator, span, index, then);
            let otherwise = item_of_branch(evaluator, span, index, otherwise);
            let choice = Choice::new(condition.clone(), Some(then), Some(otherwise));
            Value::new(span, Content::Either(Arc::new(choice)))
        }
        Content::Unknown(unknown) if unknown.reason == Reason::AvailabilityZones => {
            let unknown = Unknown { reason: Reason::AvailabilityZone { index }, span: unknown.span };
            Value::because(span, Arc::new(unknown))
        }
        Content::Unknown(unknown) => Value::because(span, unknown),
        Content::Partial(_) => {
            let message = "`Fn::Select` needs a list, found text";
            evaluator.fail(span, message)
        }
        _ => {
            let message = format!("`Fn::Select` needs a list, found {}", values.kind());
            evaluator.fail(span, message)
        }
    }
}

/// The item of a branch that may not be taken: what fails there may never happen.
fn item_of_branch(evaluator: &mut Evaluator, span: Span, index: usize, values: &Value) -> Value {
    let outside = std::mem::replace(&mut evaluator.may_not_exist, true);
    let item = item(evaluator, span, index, values.clone());
    evaluator.may_not_exist = outside;
    item
}
