//! `Ref` and `Fn::GetAtt`.
//!
//! What they give for a resource is known only after deployment, also where the template sets the property
//! that it is made of: CloudFormation's own change sets say the same.

use crate::resolve::budget::Expansion;
use crate::resolve::evaluate::Evaluator;
use crate::resolve::text::{known_text, search_weight};
use crate::resolve::{Content, Reason, Value, pseudo};
use crate::template::{Attribute, Context, Node, Span, Text};

/// The value of `Ref`.
pub(super) fn reference(evaluator: &mut Evaluator, span: Span, name: &Node) -> Option<Value> {
    if let Some(name) = name.as_text() {
        return named(evaluator, span, name);
    }
    match evaluator.evaluate(name) {
        // `Ref: {Ref: AWS::NoValue}` is as absent as `Ref: AWS::NoValue`.
        None => None,
        Some(value) => match value.share_unknown() {
            Some(unknown) => Some(Value::because(span, unknown)),
            None => match value.as_text() {
                Some(name) => named(evaluator, span, &Text::from(name)),
                None => {
                    let message = format!("`Ref` needs a name, found {}", value.kind());
                    Some(evaluator.report_error(span, message))
                }
            },
        },
    }
}

/// The value of the parameter, pseudo parameter or resource `name`; `None` is `AWS::NoValue`.
pub(super) fn named(evaluator: &mut Evaluator, span: Span, name: &Text) -> Option<Value> {
    if &**name == "AWS::NoValue" {
        return None;
    }
    let reveal = evaluator.context != Context::Value;
    let size = evaluator.parameters.get(&**name).map(|parameter| parameter.size());
    if size.is_some_and(|size| !evaluator.spend(Expansion::Values, size, span)) {
        return Some(Value::not_known(span, Reason::Error));
    }
    if let Some(parameter) = evaluator.parameters.get(&**name) {
        let mut value = parameter.value(span, reveal);
        evaluator.read_secret |= reveal && parameter.declaration.no_echo;
        if let Content::Text(text) = value.content {
            if !evaluator.spend(Expansion::Text, search_weight(&text), span) {
                return Some(Value::not_known(span, Reason::Error));
            }
            value.content = known_text(text, span);
        }
        return Some(value);
    }
    if name.starts_with("AWS::") {
        return Some(match pseudo::value(evaluator.environment, name, span) {
            Some(value) => value,
            None => {
                let name = evaluator.quote(name);
                evaluator.report_error(span, format!("there is no pseudo parameter {name}"))
            }
        });
    }
    if evaluator.context != Context::Value && !evaluator.presence.contains_key(name) && !evaluator.open_ended
    {
        let message = format!("{} is not a parameter of the template", evaluator.quote(name));
        return Some(evaluator.report_error(span, message));
    }
    Some(evaluator.refer(name, span, Reason::PhysicalId { logical_id: name.clone() }))
}

/// The value of `Fn::GetAtt`.
pub(super) fn attribute(
    evaluator: &mut Evaluator,
    span: Span,
    resource: &str,
    resource_span: Span,
    attribute: Attribute,
) -> Value {
    let logical_id = Text::from(resource);
    let attribute = match attribute {
        Attribute::Name(name) => Text::from(name),
        Attribute::Computed(node) => {
            match evaluator.text_argument(node, span, "the attribute name of `Fn::GetAtt`") {
                Ok(name) => name,
                Err(value) => {
                    evaluator.refer(&logical_id, resource_span, Reason::Error);
                    return value;
                }
            }
        }
    };
    get_attribute(evaluator, span, &logical_id, attribute)
}

/// The value of `Fn::GetAtt` where a function gives the logical ID.
pub(super) fn computed_attribute(
    evaluator: &mut Evaluator,
    span: Span,
    resource: &Node,
    name: Attribute,
) -> Value {
    match evaluator.text_argument(resource, span, "the logical ID of `Fn::GetAtt`") {
        Ok(logical_id) => attribute(evaluator, span, &logical_id, resource.span, name),
        Err(value) => value,
    }
}

/// The value of an attribute of a resource.
pub(super) fn get_attribute(
    evaluator: &mut Evaluator,
    span: Span,
    logical_id: &Text,
    attribute: Text,
) -> Value {
    let output = attribute.strip_prefix("Outputs.").map(str::to_owned);
    let value =
        evaluator.refer(logical_id, span, Reason::Attribute { logical_id: logical_id.clone(), attribute });
    let output = output.and_then(|name| evaluator.nested.get(logical_id)?.get(&name));
    match output {
        Some(Ok(given)) => evaluator.take(&given, span),
        Some(Err(message)) => evaluator.fail(span, message),
        None => value,
    }
}
