//! What a run has seen of a template: to tell what is gone from what was not looked at.

use super::{Identity, JudgedTemplate};
use crate::resolve::Stack;
use std::collections::HashSet;

/// What was seen of a template.
#[derive(Default)]
pub(super) struct Seen<'a> {
    /// The resources and rules that there is a verdict on.
    judged: HashSet<(&'a str, &'a str)>,
    /// The constructs, and every word of the text: a resource whose condition is false has its name there still.
    names: HashSet<&'a str>,
    /// Loops make names that stand nowhere.
    has_loops: bool,
}

impl<'a> Seen<'a> {
    pub fn add(&mut self, template: &'a JudgedTemplate) {
        let stack: &'a Stack = &template.stack;
        for finding in &template.findings {
            let Identity { resource, rule, .. } = Identity::of("", stack, &finding.evaluation);
            self.judged.insert((resource, rule));
        }
        self.names.extend(stack.provenance.constructs.values().map(|construct| &*construct.path));
        for file in &stack.files {
            self.names.extend(file.text.split(|character: char| !character.is_ascii_alphanumeric()));
            self.has_loops |= file.text.contains("Fn::ForEach");
        }
    }

    /// Whether there is a verdict of the rule on the resource.
    pub fn has_judged(&self, resource: &str, rule: &str) -> bool {
        self.judged.contains(&(resource, rule))
    }

    /// Whether the template may hold the resource, in another deployment perhaps.
    pub fn may_hold(&self, resource: &str) -> bool {
        self.has_loops || self.names.contains(resource)
    }
}
