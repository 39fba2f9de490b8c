//! The section Conditions: each is true, false, or not known for a reason.
//!
//! Conditions see parameters, pseudo parameters and mappings only, so they are decided before anything else, in
//! the order of their dependencies. Facts: the AWS CloudFormation Template Reference, "Condition functions".

use super::evaluate::Evaluator;
use super::{Content, Reason, Unknown, Value};
use crate::template::{self, Context, Diagnostic, Function, Map, Node, Span, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// The conditions that are decided, by name.
pub(super) type Conditions = HashMap<Text, Truth>;

/// Three-valued truth.
#[derive(Clone, Debug)]
pub(super) enum Truth {
    Known(bool),
    /// Not known, because of the first thing that isn't.
    Unknown(Arc<Unknown>),
}

impl Truth {
    fn error(span: Span) -> Self {
        Truth::Unknown(Arc::new(Unknown { reason: Reason::Error, span }))
    }
}

/// Decides all conditions of the section.
pub(super) fn decide(evaluator: &mut Evaluator, section: &Map<Node>) {
    evaluator.context = Context::Condition;
    for index in order(evaluator, section) {
        if let Some(entry) = section.entries.get(index) {
            evaluator.read_secret = false;
            let truth = expression(evaluator, &entry.value);
            evaluator.conditions.insert(entry.key.clone(), truth);
        }
    }
    evaluator.read_secret = false;
    evaluator.context = Context::Value;
}

/// The conditions in an order in which each comes after those that it needs. Those on a cycle are reported,
/// and left undecided for an error.
fn order(evaluator: &mut Evaluator, section: &Map<Node>) -> Vec<usize> {
    let indexes: HashMap<&str, usize> =
        section.iter().enumerate().map(|(index, entry)| (&*entry.key, index)).collect();
    let mut needs: Vec<Vec<usize>> = Vec::with_capacity(section.len());
    for entry in section {
        let mut names = Vec::new();
        collect_names(&entry.value, &mut names);
        let mut indexes_needed = Vec::with_capacity(names.len());
        for (name, span) in names {
            match indexes.get(&**name) {
                Some(index) => indexes_needed.push(*index),
                None => {
                    let truth = missing(evaluator, name, span);
                    evaluator.conditions.insert(name.clone(), truth);
                }
            }
        }
        needs.push(indexes_needed);
    }
    let sorted = super::graph::sort(&needs);
    for cycle in &sorted.cycles {
        let names: Vec<_> = cycle.iter().filter_map(|index| section.entries.get(*index)).collect();
        if let Some(first) = names.first() {
            let keys = names.iter().map(|entry| &*entry.key);
            let message =
                format!("conditions depend on each other in a circle: {}", super::graph::path_of(keys));
            evaluator.report_error(first.key_span, message);
        }
        for entry in names {
            evaluator.conditions.insert(entry.key.clone(), Truth::error(entry.key_span));
        }
    }
    sorted
        .order
        .into_iter()
        .filter(|index| {
            section.entries.get(*index).is_some_and(|entry| !evaluator.conditions.contains_key(&entry.key))
        })
        .collect()
}

/// The truth of a condition that the template doesn't declare.
pub(super) fn missing(evaluator: &mut Evaluator, name: &str, span: Span) -> Truth {
    if let Some(cause) = &evaluator.more_conditions {
        return Truth::Unknown(cause.clone());
    }
    let message = format!("the condition `{name}` is not declared in the section Conditions");
    evaluator.report_error(span, message);
    Truth::error(span)
}

/// The names of the conditions that an expression needs. No deeper than the parser lets nodes nest.
fn collect_names<'n>(node: &'n Node, names: &mut Vec<(&'n Text, Span)>) {
    match &node.content {
        template::Content::List(items) => items.iter().for_each(|item| collect_names(item, names)),
        template::Content::Map(map) => match Function::of(node, Context::Condition) {
            Some(Ok(Function::Condition { name, span })) => names.push((name, span)),
            Some(Ok(Function::If { condition, condition_span, then, otherwise })) => {
                names.push((condition, condition_span));
                collect_names(then, names);
                collect_names(otherwise, names);
            }
            _ => map.iter().for_each(|entry| collect_names(&entry.value, names)),
        },
        _ => {}
    }
}

/// The truth of an expression of condition functions.
pub(super) fn expression(evaluator: &mut Evaluator, node: &Node) -> Truth {
    match Function::of(node, evaluator.context) {
        Some(Ok(function)) => call(evaluator, node, function),
        // Reported by the check of all functions, when the template was read.
        Some(Err(_)) => Truth::error(node.span),
        None => match evaluator.evaluate(node) {
            Some(value) => boolean(&value),
            None => Truth::error(node.span),
        },
    }
}

fn call(evaluator: &mut Evaluator, node: &Node, function: Function) -> Truth {
    match function {
        Function::Condition { name, span } => match evaluator.conditions.get(name) {
            Some(truth) => truth.clone(),
            None => missing(evaluator, name, span),
        },
        Function::And { conditions } => fold(evaluator, conditions, false, node.span),
        Function::Or { conditions } => fold(evaluator, conditions, true, node.span),
        Function::Not { condition } => match expression(evaluator, condition) {
            Truth::Known(truth) => Truth::Known(!truth),
            unknown => unknown,
        },
        Function::Equals { left, right } => equals(evaluator, node, left, right),
        Function::RuleFunction { name, arguments } => {
            super::assertions::rule_function(evaluator, node, name, arguments)
        }
        _ => match evaluator.evaluate(node) {
            Some(value) => boolean(&value),
            None => Truth::error(node.span),
        },
    }
}

/// `Fn::Or` if `decisive` is true, `Fn::And` if it is false: one decisive member decides, else one that is
/// not known leaves it open. Every member is evaluated, for its errors.
fn fold(evaluator: &mut Evaluator, members: &[Node], decisive: bool, span: Span) -> Truth {
    let mut unknown = None;
    let mut decided = false;
    for member in members {
        match expression(evaluator, member) {
            Truth::Known(truth) => decided |= truth == decisive,
            Truth::Unknown(cause) => unknown = unknown.or(Some(cause)),
        }
    }
    match unknown {
        _ if decided => Truth::Known(decisive),
        Some(cause) => Truth::Unknown(cause),
        None if members.is_empty() => Truth::error(span),
        None => Truth::Known(!decisive),
    }
}

fn equals(evaluator: &mut Evaluator, node: &Node, left: &Node, right: &Node) -> Truth {
    let (Some(left), Some(right)) = (evaluator.evaluate(left), evaluator.evaluate(right)) else {
        // It is not documented what CloudFormation makes of it.
        let message = "`Fn::Equals` has nothing to compare in `AWS::NoValue`: the condition is not decided";
        evaluator.report(Diagnostic::warning(node.span, message));
        return Truth::error(node.span);
    };
    same(evaluator, &left, &right)
}

/// Whether two values are the same to CloudFormation, which compares scalars as text.
pub(super) fn same(evaluator: &Evaluator, left: &Value, right: &Value) -> Truth {
    if let (Some(left), Some(right)) = (left.as_text(), right.as_text()) {
        return Truth::Known(left == right);
    }
    if never_equal(evaluator, left, right) || never_equal(evaluator, right, left) {
        return Truth::Known(false);
    }
    if let Some(unknown) = left.share_unknown().or_else(|| right.share_unknown()) {
        return Truth::Unknown(unknown);
    }
    match (&left.content, &right.content) {
        (Content::List(left), Content::List(right)) if left.len() == right.len() => {
            every(left.iter().zip(right).map(|(left, right)| same(evaluator, left, right)))
        }
        (Content::Map(left), Content::Map(right)) if left.len() == right.len() => {
            let index: HashMap<&str, &Value> =
                right.iter().map(|entry| (&*entry.key, &entry.value)).collect();
            every(left.iter().map(|entry| match index.get(&*entry.key) {
                Some(value) => same(evaluator, &entry.value, value),
                None => Truth::Known(false),
            }))
        }
        (Content::Null, Content::Null) => Truth::Known(true),
        _ => Truth::Known(false),
    }
}

/// Whether `unknown` is a parameter without value whose AllowedValues rule out `known`.
fn never_equal(evaluator: &Evaluator, unknown: &Value, known: &Value) -> bool {
    let Content::Unknown(cause) = &unknown.content else { return false };
    let Reason::Parameter { name } = &cause.reason else { return false };
    let Some(known) = known.as_text() else { return false };
    let allowed =
        evaluator.parameters.get(&**name).and_then(|entry| entry.declaration.allowed_values.as_ref());
    // Longer lists than people write would cost too much for each comparison.
    allowed
        .filter(|allowed| allowed.len() <= 500)
        .is_some_and(|allowed| !allowed.iter().any(|(value, _)| **value == *known))
}

/// Conjunction of many.
fn every(truths: impl Iterator<Item = Truth>) -> Truth {
    let mut result = Truth::Known(true);
    for truth in truths {
        match truth {
            Truth::Known(false) => return truth,
            Truth::Known(true) => {}
            Truth::Unknown(_) => result = truth,
        }
    }
    result
}

/// A value in the place of a condition: `true` and `false`, also as text.
fn boolean(value: &Value) -> Truth {
    if let Some(truth) = value.as_boolean() {
        return Truth::Known(truth);
    }
    match value.share_unknown() {
        Some(cause) => Truth::Unknown(cause),
        None => Truth::error(value.span),
    }
}
