//! The intrinsic functions, evaluated: one file each for those that are more than a few lines.
//!
//! Facts: the AWS CloudFormation Template Reference, "Intrinsic function reference".

mod cidr;
mod find_in_map;
mod join_split;
mod json_string;
mod reference;
mod select;
mod sub;

use super::budget::Expansion;
use super::conditions::{Truth, expression};
use super::evaluate::Evaluator;
use super::{Content, Reason, Value};
use crate::template::{Function, Map, Node, Span};

/// The value of a call at `node`; `None` is `AWS::NoValue`.
pub(super) fn call(evaluator: &mut Evaluator, node: &Node, function: Function) -> Option<Value> {
    let span = node.span;
    let value = match function {
        Function::Ref { name } => return reference::reference(evaluator, span, name),
        Function::GetAtt { resource, resource_span, attribute } => {
            reference::attribute(evaluator, span, resource, resource_span, attribute)
        }
        Function::ComputedGetAtt { resource, attribute } => {
            reference::computed_attribute(evaluator, span, resource, attribute)
        }
        Function::Sub { text, variables, .. } => sub::substitute(evaluator, span, text, variables),
        Function::Join { delimiter, values } => join_split::join(evaluator, span, delimiter, values),
        Function::Split { delimiter, text } => join_split::split(evaluator, span, delimiter, text),
        Function::Select { index, values } => select::select(evaluator, span, index, values),
        Function::FindInMap { mapping, top, second, default } => {
            return find_in_map::find(evaluator, span, [mapping, top, second], default);
        }
        Function::GetAzs { region } => {
            evaluator.evaluate(region);
            Value::not_known(span, Reason::AvailabilityZones)
        }
        Function::Cidr { block, count, bits } => cidr::cidr(evaluator, span, block, count, bits),
        Function::Base64 { text } => base64(evaluator, span, text),
        Function::ImportValue { name } => import_value(evaluator, span, name),
        Function::GetStackOutput { arguments } => stack_output(evaluator, span, arguments),
        Function::If { condition, condition_span, then, otherwise } => {
            return evaluator.choose(span, (condition, condition_span), then, otherwise);
        }
        Function::Length { values } => length(evaluator, span, values),
        Function::ToJsonString { value } => json_string::to_json_string(evaluator, span, value),
        Function::Transform { name, parameters } => {
            return super::include::transform(evaluator, node, name, parameters);
        }
        Function::Equals { .. }
        | Function::And { .. }
        | Function::Or { .. }
        | Function::Not { .. }
        | Function::Condition { .. }
        | Function::RuleFunction { .. } => truth(evaluator, node),
    };
    Some(value)
}

/// A condition function in the argument of another one, or, against the documentation but with a warning from
/// the parser, among properties.
fn truth(evaluator: &mut Evaluator, node: &Node) -> Value {
    match expression(evaluator, node) {
        Truth::Known(truth) => Value::new(node.span, Content::Boolean(truth)),
        Truth::Unknown(cause) => Value::because(node.span, cause),
    }
}

/// The items of a list argument; `Err` is the value of the whole call if they are not known or no list.
fn list_argument(
    evaluator: &mut Evaluator,
    node: &Node,
    span: Span,
    function: &str,
) -> Result<Vec<Value>, Value> {
    let Some(value) = evaluator.evaluate(node) else {
        return Err(evaluator.fail(node.span, format!("{function} needs a list, found `AWS::NoValue`")));
    };
    if let Some(unknown) = value.share_unknown() {
        return Err(Value::because(span, unknown));
    }
    match value.content {
        Content::List(items) => Ok(items),
        _ => Err(evaluator.fail(node.span, format!("{function} needs a list, found {}", value.kind()))),
    }
}

fn base64(evaluator: &mut Evaluator, span: Span, text: &Node) -> Value {
    use base64::prelude::{BASE64_STANDARD, Engine};
    match evaluator.text_argument(text, span, "the argument of `Fn::Base64`") {
        Ok(text) if evaluator.spend(Expansion::Text, text.len() / 3 * 4 + 4, span) => {
            Value::text(span, BASE64_STANDARD.encode(text.as_bytes()))
        }
        Ok(_) => Value::not_known(span, Reason::Error),
        Err(value) => value,
    }
}

fn length(evaluator: &mut Evaluator, span: Span, values: &Node) -> Value {
    let items = match list_argument(evaluator, values, span, "`Fn::Length`") {
        Ok(items) => items,
        Err(value) => return value,
    };
    match items.iter().find(|item| item.may_be_absent()).and_then(Value::share_unknown) {
        Some(unknown) => Value::because(span, unknown),
        None => Value::new(span, Content::Integer(i64::try_from(items.len()).unwrap_or(i64::MAX))),
    }
}

fn import_value(evaluator: &mut Evaluator, span: Span, name: &Node) -> Value {
    let export = evaluator.text_argument(name, span, "the argument of `Fn::ImportValue`").ok();
    let environment = evaluator.environment;
    if let Some(given) = export.as_ref().and_then(|export| environment.export(export)) {
        return evaluator.take(given, span);
    }
    match export.as_ref().and_then(|export| environment.exports.get(&**export)) {
        Some(value) => Value::text(span, value.as_str()),
        None => Value::not_known(span, Reason::Import { export }),
    }
}

fn stack_output(evaluator: &mut Evaluator, span: Span, arguments: &Map<Node>) -> Value {
    let [mut stack_name, mut output, mut region] = [None, None, evaluator.environment.region.clone()];
    let mut account_id = evaluator.environment.account_id.clone();
    let mut is_known = true;
    for entry in arguments {
        let value = evaluator.evaluate(&entry.value);
        let text = value.and_then(|value| value.as_text().map(|text| text.into_owned()));
        match &*entry.key {
            "StackName" => stack_name = text,
            "OutputName" => output = text,
            "Region" => region = text,
            // The role is assumed to read the output, so the stack is in the role's account.
            "RoleArn" => match text.as_deref().and_then(|arn| arn.split(':').nth(4)) {
                Some(account) => account_id = Some(account.to_owned()),
                None => is_known = false,
            },
            _ => {}
        }
    }
    let at = (account_id, region);
    let environment = evaluator.environment;
    let given = stack_name
        .zip(output)
        .filter(|_| is_known)
        .and_then(|(stack_name, output)| environment.deployed.output(at, &stack_name, &output));
    match given {
        Some(given) => evaluator.take(given, span),
        None => Value::not_known(span, Reason::StackOutput),
    }
}

/// The variables of `Fn::Sub`, and any map that is looked up by key many times.
type Variables<'v> = std::collections::HashMap<&'v str, Option<Value>>;

fn evaluate_variables<'v>(evaluator: &mut Evaluator, variables: &'v Map<Node>) -> Variables<'v> {
    variables.iter().map(|entry| (&*entry.key, evaluator.evaluate(&entry.value))).collect()
}
