//! Stacks that are deployed together: what one exports, others import.
//!
//! Each is resolved after those that it needs: those that its cloud assembly names, and those whose exports and outputs its
//! template names in plain text.

use super::given::{Deployed, Given, Where};
use super::input::{Input, START};
use super::{Incomplete, Stack, Value, graph, resolve_with};
use crate::source::Provenance;
use crate::template::{Content, Node, Template, Text};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// A stack and those nested in it, resolved.
pub(super) struct Resolved {
    /// The stack, then those nested in it.
    pub stacks: Vec<Stack>,
    /// What they export.
    pub exports: Vec<(Text, Given)>,
}

/// Works out the stacks that `inputs` would make, in their order, each followed by the stacks nested in it.
pub fn resolve_together(inputs: Vec<Input>) -> Vec<Stack> {
    let levels = levels(&inputs);
    let mut deployed = Arc::new(Deployed::default());
    let mut waiting: Vec<Option<Input>> = inputs.into_iter().map(Some).collect();
    let mut resolved: Vec<Vec<Stack>> = waiting.iter().map(|_| Vec::new()).collect();
    for level in levels {
        let work: Vec<(usize, Input)> =
            level.into_iter().filter_map(|index| Some((index, waiting.get_mut(index)?.take()?))).collect();
        let work = each(work, |(index, mut input)| {
            input.environment.deployed = Arc::clone(&deployed);
            let at = (input.environment.account_id.clone(), input.environment.region.clone());
            let stack_name = input.environment.stack_name.clone();
            (index, at, stack_name, resolve_input(input))
        });
        let known = Arc::make_mut(&mut deployed);
        for (index, at, stack_name, Resolved { stacks, exports }) in work {
            for (name, given) in exports {
                known.add_export(at.clone(), name, given);
            }
            if let (Some(stack_name), Some(stack)) = (stack_name, stacks.first()) {
                add_outputs(known, &at, &stack_name, stack);
            }
            if let Some(slot) = resolved.get_mut(index) {
                *slot = stacks;
            }
        }
    }
    resolved.into_iter().flatten().collect()
}

fn add_outputs(known: &mut Deployed, at: &Where, stack_name: &str, stack: &Stack) {
    let name = Text::from(stack.provenance.called(stack_name));
    for output in &stack.outputs {
        let given = Given { stack: name.clone(), value: output.value.clone() };
        known.add_output(at.clone(), stack_name, &output.key, given);
    }
}

/// Works out a stack and those nested in it.
pub(super) fn resolve_input(input: Input) -> Resolved {
    let Input { template, environment, provenance, incomplete, nested, nested_later, .. } = input;
    let file = template.files.first().map_or("", |file| &file.name);
    let name = Text::from(provenance.called(file));
    let (mut stack, exports, children) = resolve_with(template, &environment, (nested, nested_later), &name);
    let Provenance { account_id, region, .. } = std::mem::take(&mut stack.provenance);
    stack.provenance = Provenance { account_id, region, ..provenance };
    stack.incomplete.extend(incomplete.into_iter().map(|message| Incomplete { span: START, message }));
    let export = |(export, value): (Text, Value)| (export, Given { stack: name.clone(), value });
    let mut resolved = Resolved { stacks: vec![stack], exports: exports.into_iter().map(export).collect() };
    for mut child in children {
        resolved.stacks.append(&mut child.stacks);
        resolved.exports.append(&mut child.exports);
    }
    resolved
}

/// The inputs in groups: each needs only what lies in groups before its own. Within a circle, which can't be deployed,
/// the order is that of the inputs.
fn levels(inputs: &[Input]) -> Vec<Vec<usize>> {
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    let mut by_stack_name: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut exporters: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, input) in inputs.iter().enumerate() {
        if let Some(id) = &input.id {
            by_id.entry(id).or_insert(index);
        }
        if let Some(name) = &input.environment.stack_name {
            by_stack_name.entry(name).or_default().push(index);
        }
        exported(input, &mut |name| exporters.entry(name).or_default().push(index));
    }
    let needs: Vec<Vec<usize>> = inputs
        .iter()
        .enumerate()
        .map(|(index, input)| {
            let mut needs: Vec<usize> =
                input.depends_on.iter().filter_map(|id| by_id.get(id.as_str()).copied()).collect();
            // Without a single export or stack's name in plain text, there is nothing to look for.
            if !exporters.is_empty() || by_stack_name.len() > 1 {
                imported(input, &mut |import| match import {
                    Import::Export(name) => needs.extend(exporters.get(name).into_iter().flatten()),
                    Import::Stack(name) => needs.extend(by_stack_name.get(name).into_iter().flatten()),
                });
            }
            needs.retain(|other| *other != index);
            needs.sort_unstable();
            needs.dedup();
            needs
        })
        .collect();
    let mut level = vec![0; inputs.len()];
    let mut levels: Vec<Vec<usize>> = Vec::new();
    for index in graph::sort(&needs).order {
        let before = needs.get(index).into_iter().flatten().filter_map(|other| level.get(*other));
        let own = before.max().map_or(1, |level| level + 1);
        if let Some(slot) = level.get_mut(index) {
            *slot = own;
        }
        while levels.len() < own {
            levels.push(Vec::new());
        }
        levels[own - 1].push(index);
    }
    levels
}

/// Calls `found` with every name in plain text that a stack or one nested in it exports.
fn exported<'i>(input: &'i Input, found: &mut impl FnMut(&'i str)) {
    for output in &input.template.outputs {
        if let Some(name) = output.export_name.as_ref().and_then(Node::as_text) {
            found(name);
        }
    }
    input.nested.iter().for_each(|(_, nested)| exported(nested, found));
}

/// Something of another stack that a template names in plain text.
enum Import<'i> {
    Export(&'i str),
    Stack(&'i str),
}

/// Calls `found` with everything that a stack or one nested in it imports.
fn imported<'i>(input: &'i Input, found: &mut impl FnMut(Import<'i>)) {
    let Template { resources, outputs, .. } = &input.template;
    for node in resources.iter().filter_map(|resource| resource.properties.as_ref()) {
        imports(node, found);
    }
    outputs.iter().for_each(|output| imports(&output.value, found));
    input.nested.iter().for_each(|(_, nested)| imported(nested, found));
}

fn imports<'i>(node: &'i Node, found: &mut impl FnMut(Import<'i>)) {
    match &node.content {
        Content::List(items) => items.iter().for_each(|item| imports(item, found)),
        Content::Map(map) => {
            if let [entry] = map.entries.as_slice() {
                match (&*entry.key, &entry.value.content) {
                    ("Fn::ImportValue", Content::Text(name)) => found(Import::Export(name)),
                    ("Fn::GetStackOutput", Content::Map(arguments)) => {
                        if let Some(name) = arguments.get("StackName").and_then(Node::as_text) {
                            found(Import::Stack(name));
                        }
                    }
                    _ => {}
                }
            }
            map.iter().for_each(|entry| imports(&entry.value, found));
        }
        _ => {}
    }
}

/// Maps in parallel, except for a single item: it isn't worth the start of threads.
fn each<T: Send, U: Send>(items: Vec<T>, map: impl Fn(T) -> U + Sync + Send) -> Vec<U> {
    if items.len() == 1 {
        items.into_iter().map(map).collect()
    } else {
        items.into_par_iter().map(map).collect()
    }
}
