//! `Fn::Sub`: text with `${Name}`, `${Resource.Attribute}` and the literal `${!…}`.

use super::reference;
use crate::resolve::budget::Expansion;
use crate::resolve::evaluate::Evaluator;
use crate::resolve::text::{TextBuilder, weight};
use crate::resolve::{Reason, Value};
use crate::template::{Map, Node, Span, SubPart, Text, split_sub};

/// The value of `Fn::Sub`.
pub(super) fn substitute(
    evaluator: &mut Evaluator,
    span: Span,
    text: &Text,
    variables: Option<&Map<Node>>,
) -> Value {
    let variables = variables.map(|variables| super::evaluate_variables(evaluator, variables));
    let mut builder = TextBuilder::default();
    let mut origin = None;
    let parts = split_sub(text);
    let only_part = parts.len() == 1;
    for part in parts {
        let name = match part {
            SubPart::Literal(text) => {
                if !evaluator.spend(Expansion::Text, text.len(), span) {
                    return Value::not_known(span, Reason::Error);
                }
                builder.push_text(text);
                continue;
            }
            SubPart::Name { name, .. } => name,
            // The check of all functions reported it.
            SubPart::Invalid { .. } => return Value::not_known(span, Reason::Error),
        };
        let value = match variables.as_ref().and_then(|variables| variables.get(name)) {
            Some(value) => value.clone(),
            None => variable(evaluator, span, name),
        };
        // `${AWS::NoValue}` is empty text.
        let Some(value) = value else { continue };
        if only_part {
            origin = value.origin;
        }
        if !evaluator.spend(Expansion::Text, weight(&value), span) {
            return Value::not_known(span, Reason::Error);
        }
        if !builder.push_value(&value) {
            let message = format!("`${{{name}}}` in `Fn::Sub` must be text, found {}", value.kind());
            return evaluator.fail(span, message);
        }
    }
    Value { span, origin, content: builder.finish(span) }
}

/// What a name in the text stands for.
fn variable(evaluator: &mut Evaluator, span: Span, name: &str) -> Option<Value> {
    match name.split_once('.') {
        Some((logical_id, attribute)) => {
            let attribute = Text::from(attribute);
            Some(reference::get_attribute(evaluator, span, &Text::from(logical_id), attribute))
        }
        None => reference::named(evaluator, span, &Text::from(name)),
    }
}
