//! Resources and outputs: which are there, and what they would be.

use super::conditions::Truth;
use super::evaluate::{Evaluator, Presence};
use super::{Choice, Content, Reason, Resource, Unknown, Value, graph};
use crate::template::{self, Diagnostic, Entry, Map, Node, Output, Span, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// Notes the names of all resources.
pub(super) fn declare(evaluator: &mut Evaluator, resources: &[template::Resource]) {
    for resource in resources {
        evaluator.presence.insert(resource.logical_id.clone(), Presence::Maybe);
    }
}

/// Notes which resources exist, from their conditions.
pub(super) fn decide(evaluator: &mut Evaluator, resources: &[template::Resource]) {
    for resource in resources {
        let presence = match &resource.condition {
            None => Presence::Here,
            Some((name, span)) => match truth(evaluator, name, *span) {
                Truth::Known(true) => Presence::Here,
                Truth::Known(false) => Presence::Gone { condition: name.clone() },
                Truth::Unknown(_) => Presence::Maybe,
            },
        };
        evaluator.presence.insert(resource.logical_id.clone(), presence);
    }
}

/// Checks that every name that resources and outputs refer to is declared.
pub(super) fn check_references(
    evaluator: &mut Evaluator,
    resources: &[template::Resource],
    outputs: &[Output],
) {
    for resource in resources {
        let nodes = [
            &resource.properties,
            &resource.metadata,
            &resource.deletion_policy,
            &resource.update_replace_policy,
            &resource.update_policy,
            &resource.creation_policy,
        ];
        nodes.into_iter().flatten().for_each(|node| super::references::check(evaluator, node));
    }
    for output in outputs {
        super::references::check(evaluator, &output.value);
        if let Some(name) = &output.export_name {
            super::references::check(evaluator, name);
        }
    }
}

/// Checks that every resource that another depends on is declared.
pub(super) fn check_dependencies(evaluator: &mut Evaluator, resources: &[template::Resource]) {
    if evaluator.open_ended {
        return;
    }
    for (name, span) in resources.iter().flat_map(|resource| &resource.depends_on) {
        if !evaluator.presence.contains_key(name) {
            let name = super::constraints::shorten(name);
            evaluator.report_error(*span, format!("`DependsOn` names `{name}`, which is no resource"));
        }
    }
}

/// Evaluates the resources that exist or may. If they are as `expanded` as they will be, reports those that need
/// each other in a circle.
pub(super) fn evaluate(
    evaluator: &mut Evaluator,
    resources: &[template::Resource],
    expanded: bool,
) -> Vec<Resource> {
    let mut evaluated = Vec::with_capacity(resources.len());
    let mut edges = Vec::with_capacity(resources.len());
    for resource in resources {
        if let Some(Presence::Gone { .. }) = evaluator.presence.get(&resource.logical_id) {
            continue;
        }
        evaluator.references.clear();
        evaluated.push(evaluate_one(evaluator, resource));
        let depends_on = resource.depends_on.iter().cloned();
        let references = evaluator.references.drain(..).chain(depends_on).collect::<Vec<_>>();
        // What a serverless resource that wasn't expanded refers to is needed by some of those that it becomes.
        let serverless = resource.resource_type.starts_with("AWS::Serverless::");
        edges.push(if serverless { Vec::new() } else { references });
    }
    if expanded {
        report_circles(evaluator, &evaluated, &edges);
    }
    evaluated
}

fn evaluate_one(evaluator: &mut Evaluator, resource: &template::Resource) -> Resource {
    let condition = match &resource.condition {
        None => None,
        Some((name, span)) => match truth(evaluator, name, *span) {
            Truth::Known(_) => None,
            Truth::Unknown(cause) => {
                Some(Unknown { reason: Reason::Condition { name: name.clone(), cause }, span: *span })
            }
        },
    };
    let Some((name, _)) = resource.condition.as_ref().filter(|_| condition.is_some()) else {
        return attributes(evaluator, resource, condition);
    };
    evaluator.may_not_exist = true;
    // Where the resource is there, its condition is true.
    let resource = evaluator.assuming(name, true, |evaluator| attributes(evaluator, resource, condition));
    evaluator.may_not_exist = false;
    resource
}

fn attributes(
    evaluator: &mut Evaluator,
    resource: &template::Resource,
    condition: Option<Unknown>,
) -> Resource {
    let mut attribute = |node: &Option<Node>| node.as_ref().and_then(|node| evaluator.evaluate(node));
    let properties = attribute(&resource.properties);
    let metadata = attribute(&resource.metadata);
    let update_policy = attribute(&resource.update_policy);
    let creation_policy = attribute(&resource.creation_policy);
    let deletion_policy = policy(evaluator, &resource.deletion_policy, "DeletionPolicy");
    let update_replace_policy = policy(evaluator, &resource.update_replace_policy, "UpdateReplacePolicy");
    Resource {
        logical_id: resource.logical_id.clone(),
        span: resource.span,
        resource_type: resource.resource_type.clone(),
        type_span: resource.type_span,
        properties: properties
            .filter(|properties| properties.content != Content::Null)
            .unwrap_or_else(|| Value::new(resource.span, Content::Map(Map::default()))),
        condition,
        condition_name: resource.condition.as_ref().map(|(name, _)| name.clone()),
        metadata,
        deletion_policy,
        update_replace_policy,
        update_policy,
        creation_policy,
        made_by: resource.made_by.clone(),
    }
}

/// A policy that a function may give (with the language extensions), but which has to come out as text.
fn policy(evaluator: &mut Evaluator, node: &Option<Node>, name: &str) -> Option<Value> {
    let node = node.as_ref()?;
    match evaluator.evaluate(node) {
        None => Some(evaluator.fail(node.span, format!("`{name}` must be text, found `AWS::NoValue`"))),
        Some(value) => match &value.content {
            Content::List(_) | Content::Map(_) => {
                let message = format!("`{name}` must be text, found {}", value.kind());
                Some(evaluator.fail(node.span, message))
            }
            Content::Null => None,
            _ => Some(value),
        },
    }
}

fn report_circles(evaluator: &mut Evaluator, resources: &[Resource], edges: &[Vec<(Text, Span)>]) {
    let indexes: HashMap<&str, usize> =
        resources.iter().enumerate().map(|(index, resource)| (&*resource.logical_id, index)).collect();
    let needs: Vec<Vec<usize>> = edges
        .iter()
        .map(|targets| targets.iter().filter_map(|(name, _)| indexes.get(&**name).copied()).collect())
        .collect();
    for circle in graph::sort(&needs).cycles {
        let members: Vec<_> = circle.iter().filter_map(|index| resources.get(*index)).collect();
        let Some(first) = members.first() else { continue };
        let path = graph::path_of(members.iter().map(|resource| &*resource.logical_id));
        // The reference that closes the circle is the one to think about first.
        let closing = circle.last().and_then(|last| edges.get(*last)).into_iter().flatten();
        let span = closing.filter(|(name, _)| *name == first.logical_id).map(|(_, span)| *span).next();
        let message = format!("resources depend on each other in a circle: {path}");
        let mut diagnostic = Diagnostic::error(span.unwrap_or(first.span), message);
        for member in members.iter().take(12) {
            diagnostic = diagnostic.related(member.span, format!("`{}`", member.logical_id));
        }
        evaluator.report(diagnostic);
    }
}

/// Evaluates the outputs that exist or may: one whose condition is not known is a choice with absence.
pub(super) fn evaluate_outputs(evaluator: &mut Evaluator, outputs: &[Output]) -> Map<Value> {
    let mut entries = Vec::with_capacity(outputs.len());
    for Output { name, span, value: node, export_name, condition } in outputs {
        let truth = match condition {
            Some((name, span)) => truth(evaluator, name, *span),
            None => Truth::Known(true),
        };
        if let Truth::Known(false) = truth {
            continue;
        }
        evaluator.may_not_exist = matches!(truth, Truth::Unknown(_));
        let export =
            export_name.as_ref().and_then(|export_name| evaluate_export_name(evaluator, export_name));
        let evaluated = match (&truth, condition) {
            (Truth::Unknown(_), Some((name, _))) => {
                evaluator.assuming(name, true, |evaluator| evaluator.evaluate(node))
            }
            _ => evaluator.evaluate(node),
        };
        let value = match evaluated {
            None => evaluator
                .fail(node.span, format!("the output `{name}` must have a value, found `AWS::NoValue`")),
            Some(value) => match &value.content {
                Content::List(_) | Content::Map(_) => {
                    let message =
                        format!("the value of the output `{name}` must be text, found {}", value.kind());
                    evaluator.fail(node.span, message)
                }
                _ => value,
            },
        };
        evaluator.may_not_exist = false;
        let value = match (truth, condition) {
            (Truth::Unknown(cause), Some((name, span))) => {
                let reason = Reason::Condition { name: name.clone(), cause };
                let condition = Unknown { reason, span: *span };
                let choice = Choice::new(condition, Some(value), None);
                Value::new(node.span, Content::Either(Arc::new(choice)))
            }
            _ => value,
        };
        if let Some(export) = export {
            evaluator.exports.push((export, value.clone()));
        }
        entries.push(Entry { key: name.clone(), key_span: *span, value });
    }
    Map { entries }
}

/// The name of an export has to be known before any resource is created.
fn evaluate_export_name(evaluator: &mut Evaluator, node: &Node) -> Option<Text> {
    let message = match evaluator.evaluate(node) {
        None => "the name of an export must be text, found `AWS::NoValue`".to_owned(),
        Some(value) => match value.as_text() {
            Some(name) => return Some(Text::from(name)),
            None if value.unknown().is_none() => {
                format!("the name of an export must be text, found {}", value.kind())
            }
            None => return None,
        },
    };
    evaluator.fail(node.span, message);
    None
}

/// The truth of the condition that a resource or output names.
fn truth(evaluator: &mut Evaluator, name: &Text, span: Span) -> Truth {
    if let Some(truth) = evaluator.conditions.get(name) {
        return truth.clone();
    }
    super::conditions::missing(evaluator, name, span)
}
