//! The section Rules: assertions about parameters, which CloudFormation checks before it deploys anything.
//!
//! Facts: the AWS CloudFormation Template Reference, "Rule-specific intrinsic functions".

use super::conditions::{Truth, expression, same};
use super::evaluate::{Evaluator, scalar_text};
use super::{Content, Reason, Unknown, Value};
use crate::template::{Context, Map, Node, Span};
use std::sync::Arc;

/// How many pairs of values are compared.
const MOST_COMPARED: usize = 10_000_000;

/// Reports the assertions that are known to fail.
pub(super) fn check(evaluator: &mut Evaluator, rules: &Map<Node>) {
    evaluator.context = Context::Rule;
    for rule in rules {
        let Some(body) = rule.value.as_map() else { continue };
        if let Some(condition) = body.get("RuleCondition")
            && !matches!(expression(evaluator, condition), Truth::Known(true))
        {
            continue;
        }
        let assertions = body.get("Assertions").and_then(Node::as_list).unwrap_or_default();
        for assertion in assertions {
            let Some(assertion) = assertion.as_map() else { continue };
            let Some(assert) = assertion.get("Assert") else { continue };
            if let Truth::Known(false) = expression(evaluator, assert) {
                let description = assertion.get("AssertDescription").and_then(scalar_text);
                let message = match description {
                    Some(text) => format!(
                        "the parameters break the rule `{}`: {}",
                        rule.key,
                        super::constraints::shorten(&text)
                    ),
                    None => format!("the parameters break the rule `{}`", rule.key),
                };
                evaluator.report_error(assert.span, message);
            }
        }
    }
    evaluator.context = Context::Value;
    evaluator.read_secret = false;
}

/// The truth of `Fn::Contains` and its like.
pub(super) fn rule_function(evaluator: &mut Evaluator, node: &Node, name: &str, arguments: &Node) -> Truth {
    let arguments: Vec<_> = match arguments.as_list() {
        Some(items) => items.iter().map(|item| evaluator.evaluate(item)).collect(),
        None => return unknown(node.span),
    };
    let [Some(left), Some(right)] = arguments.as_slice() else { return unknown(node.span) };
    match name {
        "Fn::Contains" => contains(evaluator, left, right),
        "Fn::EachMemberEquals" => every(evaluator, left, |evaluator, item| same(evaluator, item, right)),
        // The work is the product of both lengths; no list that CloudFormation takes is so long.
        "Fn::EachMemberIn" if length(left).saturating_mul(length(right)) > MOST_COMPARED => {
            unknown(node.span)
        }
        "Fn::EachMemberIn" => every(evaluator, left, |evaluator, item| contains(evaluator, right, item)),
        // `Fn::RefAll`, `Fn::ValueOf`, `Fn::ValueOfAll`: attributes that only AWS knows.
        _ => unknown(node.span),
    }
}

fn length(value: &Value) -> usize {
    value.as_list().map_or(0, <[Value]>::len)
}

fn unknown(span: Span) -> Truth {
    Truth::Unknown(Arc::new(Unknown { reason: Reason::Error, span }))
}

/// Whether `list` holds `value`.
fn contains(evaluator: &Evaluator, list: &Value, value: &Value) -> Truth {
    let Content::List(items) = &list.content else { return open(list) };
    let mut result = Truth::Known(false);
    for item in items {
        match same(evaluator, item, value) {
            Truth::Known(true) => return Truth::Known(true),
            Truth::Known(false) => {}
            unknown => result = unknown,
        }
    }
    result
}

/// Whether `holds` is true of every item of `list`.
fn every(evaluator: &Evaluator, list: &Value, holds: impl Fn(&Evaluator, &Value) -> Truth) -> Truth {
    let Content::List(items) = &list.content else { return open(list) };
    let mut result = Truth::Known(true);
    for item in items {
        match holds(evaluator, item) {
            Truth::Known(false) => return Truth::Known(false),
            Truth::Known(true) => {}
            unknown => result = unknown,
        }
    }
    result
}

fn open(value: &Value) -> Truth {
    match value.share_unknown() {
        Some(cause) => Truth::Unknown(cause),
        None => unknown(value.span),
    }
}
