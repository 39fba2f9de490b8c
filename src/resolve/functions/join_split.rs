//! `Fn::Join` and `Fn::Split`.

use crate::resolve::budget::Expansion;
use crate::resolve::evaluate::Evaluator;
use crate::resolve::text::{TextBuilder, weight};
use crate::resolve::{Content, Reason, Value};
use crate::template::{Node, Span, Text};

/// The value of `Fn::Join`.
pub(super) fn join(evaluator: &mut Evaluator, span: Span, delimiter: &Node, values: &Node) -> Value {
    let delimiter = match evaluator.text_argument(delimiter, span, "the delimiter of `Fn::Join`") {
        Ok(delimiter) => delimiter,
        Err(value) => return value,
    };
    let items = match super::list_argument(evaluator, values, span, "`Fn::Join`") {
        Ok(items) => items,
        Err(value) => return value,
    };
    let mut builder = TextBuilder::default();
    // Whether an item that is surely there came before; an item that may vanish takes a delimiter with it.
    let mut after_certain = false;
    for item in &items {
        let certain = !item.may_be_absent();
        let size = delimiter.len() + weight(item);
        if !evaluator.spend(Expansion::Text, size, span) {
            return Value::not_known(span, Reason::Error);
        }
        if certain && after_certain {
            builder.push_text(&delimiter);
        }
        if !builder.push_value(item) {
            let message = format!("`Fn::Join` joins text only, found {} among its values", item.kind());
            return evaluator.fail(item.span, message);
        }
        after_certain |= certain;
    }
    Value::new(span, builder.finish(span))
}

/// The value of `Fn::Split`.
pub(super) fn split(evaluator: &mut Evaluator, span: Span, delimiter: &Node, text: &Node) -> Value {
    let delimiter = match evaluator.text_argument(delimiter, span, "the delimiter of `Fn::Split`") {
        Ok(delimiter) => delimiter,
        Err(value) => return value,
    };
    if delimiter.is_empty() {
        return evaluator.report_error(span, "the delimiter of `Fn::Split` can't be empty");
    }
    let text = match evaluator.text_argument(text, span, "the text of `Fn::Split`") {
        Ok(text) => text,
        Err(value) => return value,
    };
    let count = text.matches(&*delimiter).count() + 1;
    if !evaluator.spend(Expansion::Values, count, span) || !evaluator.spend(Expansion::Text, text.len(), span)
    {
        return Value::not_known(span, Reason::Error);
    }
    let items = text.split(&*delimiter).map(|item| Value::text(span, Text::from(item))).collect();
    Value::new(span, Content::List(items))
}
