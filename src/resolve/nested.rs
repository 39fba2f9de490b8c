//! Nested stacks: resolved while their parent is, since each gives values to the other.
//!
//! Facts: the AWS CloudFormation Template Reference, "AWS::CloudFormation::Stack": its `Parameters` are the nested
//! stack's parameters, its attributes `Outputs.Name` the nested stack's outputs.

use super::evaluate::{Evaluator, Presence};
use super::given::Given;
use super::input::Input;
use super::together::{Resolved, resolve_input};
use super::{Content, Reason, Stack, Unknown, Value, graph};
use crate::template::{Content as Node, Map, Resource, Text};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What a nested stack gives to its parent.
pub(super) struct Outputs {
    /// What people call the nested stack.
    stack: Text,
    values: Map<Value>,
    /// Whether there can be no other outputs than these.
    is_complete: bool,
}

/// What a parent passes to a nested stack.
#[derive(Clone, Debug)]
pub enum Passed {
    /// Values, by the parameters' names.
    Values(HashMap<Text, Given>),
    /// Something that is not known as a whole.
    Unknown(Given),
}

impl Outputs {
    /// The value of an output; `None` if there is none, an error where it is sure that there is none.
    pub fn get(&self, name: &str) -> Option<Result<Given, String>> {
        match self.values.get(name) {
            Some(value) => Some(Ok(Given { stack: self.stack.clone(), value: value.clone() })),
            None if self.is_complete => {
                Some(Err(format!("the nested stack `{}` has no output `{name}`", self.stack)))
            }
            None => None,
        }
    }
}

/// The resources that make nested stacks of which none was read: those that loops and included files brought.
pub(super) fn not_read(resources: &[Resource], read: &[(Text, Input)]) -> Vec<Resource> {
    let known: HashSet<&Text> = read.iter().map(|(logical_id, _)| logical_id).collect();
    let makes = |resource: &&Resource| &*resource.resource_type == "AWS::CloudFormation::Stack";
    resources.iter().filter(makes).filter(|resource| !known.contains(&resource.logical_id)).cloned().collect()
}

/// Resolves the stacks nested in the one that is being evaluated, each after those whose outputs it takes. What
/// they are comes back in the order of `nested`.
pub(super) fn resolve(
    evaluator: &mut Evaluator,
    resources: &[Resource],
    nested: Vec<(Text, Input)>,
    parent: &Text,
) -> Vec<Resolved> {
    if nested.is_empty() {
        return Vec::new();
    }
    let by_name: HashMap<&Text, &Resource> =
        resources.iter().map(|resource| (&resource.logical_id, resource)).collect();
    let index: HashMap<Text, usize> =
        nested.iter().enumerate().map(|(index, (logical_id, _))| (logical_id.clone(), index)).collect();
    let needs: Vec<Vec<usize>> = nested
        .iter()
        .map(|(logical_id, _)| {
            evaluator.references.clear();
            by_name.get(logical_id).and_then(|resource| passed(evaluator, resource, parent));
            let references = evaluator.references.drain(..);
            references.filter_map(|(name, _)| index.get(&name).copied()).collect()
        })
        .collect();
    let order = graph::sort(&needs).order;

    let mut waiting: Vec<Option<(Text, Input)>> = nested.into_iter().map(Some).collect();
    let mut resolved: Vec<Option<Resolved>> = waiting.iter().map(|_| None).collect();
    for place in order {
        let Some((logical_id, mut input)) = waiting.get_mut(place).and_then(Option::take) else { continue };
        let Some(resource) = by_name.get(&logical_id) else { continue };
        let is_sure = match evaluator.presence.get(&logical_id) {
            Some(Presence::Gone { .. }) => continue,
            presence => matches!(presence, Some(Presence::Here)),
        };
        input.environment = evaluator.environment.of_nested(input.environment);
        input.environment.passed = passed(evaluator, resource, parent);
        let name = Text::from(input.provenance.called(&logical_id));
        let mut child = resolve_input(input);
        if let (false, Some((condition, _))) = (is_sure, &resource.condition) {
            child.stacks.iter_mut().for_each(|stack| may_not_exist(stack, condition, parent));
        }
        if let Some(stack) = child.stacks.first() {
            let is_complete = !stack.has_errors() && stack.incomplete.is_empty();
            let outputs = Outputs { stack: name, values: stack.outputs.clone(), is_complete };
            evaluator.nested.insert(logical_id, outputs);
        }
        if let Some(slot) = resolved.get_mut(place) {
            *slot = Some(child);
        }
    }
    evaluator.references.clear();
    resolved.into_iter().flatten().collect()
}

/// What the parent passes, where the nested stack exists at all.
fn passed(evaluator: &mut Evaluator, resource: &Resource, parent: &Text) -> Option<Passed> {
    match (&resource.condition, evaluator.presence.get(&resource.logical_id)) {
        (Some((condition, _)), Some(Presence::Maybe)) => {
            evaluator.may_not_exist = true;
            let passed =
                evaluator.assuming(condition, true, |evaluator| parameters(evaluator, resource, parent));
            evaluator.may_not_exist = false;
            passed
        }
        _ => parameters(evaluator, resource, parent),
    }
}

/// The values of the resource's `Parameters`.
fn parameters(evaluator: &mut Evaluator, resource: &Resource, parent: &Text) -> Option<Passed> {
    let given = |value| Given { stack: parent.clone(), value };
    let properties = resource.properties.as_ref()?;
    let value = match properties.as_map().and_then(|properties| properties.get("Parameters")) {
        Some(parameters) => evaluator.evaluate(parameters)?,
        // A function may give all properties at once.
        None if matches!(&properties.content, Node::Map(map) if map.len() == 1) => {
            let properties = evaluator.evaluate(properties)?;
            match &properties.content {
                Content::Map(map) => map.get("Parameters")?.clone(),
                _ => properties,
            }
        }
        None => return None,
    };
    Some(match value.content {
        Content::Map(map) => {
            Passed::Values(map.entries.into_iter().map(|entry| (entry.key, given(entry.value))).collect())
        }
        _ => Passed::Unknown(given(value)),
    })
}

/// Notes that the resources of a nested stack hang on the condition of the resource that makes it.
fn may_not_exist(stack: &mut Stack, condition: &Text, parent: &Text) {
    for resource in &mut stack.resources {
        if resource.condition.is_none() {
            let cause = Unknown { reason: Reason::Error, span: resource.span };
            let reason = Reason::Condition { name: condition.clone(), cause: Arc::new(cause) };
            let reason = Reason::Elsewhere { stack: parent.clone(), reason: Arc::new(reason) };
            resource.condition_name = Some(Text::from(format!("{parent}/{condition}")));
            resource.condition = Some(Unknown { reason, span: resource.span });
        }
    }
}
