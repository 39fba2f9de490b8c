//! `Fn::FindInMap`.

use crate::resolve::budget::Expansion;
use crate::resolve::evaluate::{Evaluator, scalar_text};
use crate::resolve::mappings::Found;
use crate::resolve::text::{known_text, search_weight};
use crate::resolve::{Content, Reason, Value};
use crate::template::{self, Node, Span};

/// The value of `Fn::FindInMap` with its three names; the default may be `AWS::NoValue`.
pub(super) fn find(
    evaluator: &mut Evaluator,
    span: Span,
    names: [&Node; 3],
    default: Option<&Node>,
) -> Option<Value> {
    let words = ["the mapping name", "the first key", "the second key"];
    let mut texts = Vec::with_capacity(3);
    for (node, word) in names.into_iter().zip(words) {
        match evaluator.text_argument(node, span, &format!("{word} of `Fn::FindInMap`")) {
            Ok(text) => texts.push(text),
            Err(value) => return Some(value),
        }
    }
    let [mapping, top, second] = texts.as_slice() else { return None };
    match evaluator.mappings.find(mapping, top, second) {
        Found::Leaf(leaf) => Some(leaf_value(evaluator, span, leaf)),
        Found::Macro(cause) => Some(Value::because(span, cause)),
        Found::Nothing => match default {
            Some(default) => evaluator.evaluate(default),
            None => {
                let path = evaluator.quote(&format!("{mapping}::{top}::{second}"));
                Some(
                    evaluator.fail(span, format!("unable to get mapping for {path}: there is no such entry")),
                )
            }
        },
    }
}

/// A leaf's value where it is used: its origin is the entry of the mapping.
fn leaf_value(evaluator: &mut Evaluator, span: Span, leaf: &Node) -> Value {
    let content = match &leaf.content {
        template::Content::List(items) => {
            let text: usize = items.iter().map(text_weight).sum();
            let affordable = evaluator.spend(Expansion::Values, items.len(), span)
                && evaluator.spend(Expansion::Text, text, span);
            if !affordable {
                return Value::not_known(span, Reason::Error);
            }
            Content::List(items.iter().map(|item| scalar_value(span, item)).collect())
        }
        _ if !evaluator.spend(Expansion::Text, text_weight(leaf), span) => {
            return Value::not_known(span, Reason::Error);
        }
        _ => scalar_value(span, leaf).content,
    };
    Value { span, origin: Some(leaf.span), content }
}

fn text_weight(node: &Node) -> usize {
    node.as_text().map_or(0, |text| search_weight(text))
}

fn scalar_value(span: Span, node: &Node) -> Value {
    let content = match &node.content {
        template::Content::Text(text) => known_text(text.clone(), span),
        template::Content::Boolean(boolean) => Content::Boolean(*boolean),
        template::Content::Integer(integer) => Content::Integer(*integer),
        template::Content::Float(float) => Content::Float(*float),
        _ => scalar_text(node).map_or(Content::Null, Content::Text),
    };
    Value { span, origin: Some(node.span), content }
}
