//! Every reference names something that the template declares, also where it is never evaluated.
//!
//! CloudFormation validates this before it knows any parameter: an undeclared name in the branch of an `Fn::If`
//! that is not taken is refused as well.

use super::evaluate::Evaluator;
use super::loops::{Arguments, PREFIX};
use crate::template::{
    self, Attribute, Context, Diagnostic, Function, Map, Node, Span, SubPart, Text, locate, similar,
    split_sub,
};

/// To how many names a misspelt one is compared: more than CloudFormation takes.
const MOST_COMPARED: usize = 700;

/// Checks all references in a tree.
pub(super) fn check(evaluator: &mut Evaluator, node: &Node) {
    Check { evaluator, identifiers: Vec::new() }.node(node);
}

struct Check<'e, 't> {
    evaluator: &'e mut Evaluator<'t>,
    /// The identifiers of the loops around the node.
    identifiers: Vec<Text>,
}

impl Check<'_, '_> {
    fn node(&mut self, node: &Node) {
        match &node.content {
            template::Content::List(items) => items.iter().for_each(|item| self.node(item)),
            template::Content::Map(map) => match Function::of(node, Context::Value) {
                None => self.map(map),
                Some(Ok(function)) => self.function(map, node.span, function),
                // Reported by the check of all functions.
                Some(Err(_)) => {}
            },
            _ => {}
        }
    }

    fn map(&mut self, map: &Map<Node>) {
        for entry in map {
            match Arguments::of(&entry.value) {
                Some(arguments) if entry.key.starts_with(PREFIX) => {
                    self.node(arguments.collection);
                    self.identifiers.push(arguments.identifier.clone());
                    self.map(arguments.fragments);
                    self.identifiers.pop();
                }
                _ => self.node(&entry.value),
            }
        }
    }

    fn function(&mut self, map: &Map<Node>, span: Span, function: Function) {
        match function {
            Function::Ref { name } => match name.as_text() {
                Some(name) => self.name(name, span),
                None => self.node(name),
            },
            Function::GetAtt { resource, resource_span, attribute } => {
                self.resource(resource, resource_span);
                if let Attribute::Computed(node) = attribute {
                    self.node(node);
                }
            }
            Function::Sub { text, text_span, variables } => {
                for part in split_sub(text) {
                    let SubPart::Name { name, offset } = part else { continue };
                    if variables.is_some_and(|variables| variables.get(name).is_some()) {
                        continue;
                    }
                    let (base, has_attribute) = match name.split_once('.') {
                        Some((resource, _)) => (resource, true),
                        None => (name, false),
                    };
                    let declared = self.is_resource(base) || (!has_attribute && self.is_parameter(base));
                    if declared || self.evaluator.reported_enough() {
                        continue;
                    }
                    let file = self.evaluator.includes.file(text_span);
                    let source = file.as_ref().map_or("", |file| &file.text);
                    let span = locate(source, text_span, text, &format!("${{{name}}}"), offset);
                    if has_attribute { self.resource(base, span) } else { self.name(base, span) }
                }
                variables.into_iter().flatten().for_each(|entry| self.node(&entry.value));
            }
            _ => map.iter().for_each(|entry| self.node(&entry.value)),
        }
    }

    /// A name that may be anything.
    fn name(&mut self, name: &str, span: Span) {
        if !self.is_parameter(name) && !self.is_resource(name) {
            let message = format!(
                "`{}` is neither a parameter nor a resource of the template",
                super::constraints::shorten(name)
            );
            self.report(name, span, message);
        }
    }

    /// A name that must be a resource.
    fn resource(&mut self, name: &str, span: Span) {
        if !self.is_resource(name) {
            let shown = super::constraints::shorten(name);
            let message = match self.evaluator.parameters.contains_key(name) {
                true => format!("`{shown}` is a parameter: only resources have attributes"),
                false => format!("`{shown}` is not a resource of the template"),
            };
            self.report(name, span, message);
        }
    }

    /// Whether a name is a parameter; which pseudo parameters there are is known where they are evaluated.
    fn is_parameter(&self, name: &str) -> bool {
        name.starts_with("AWS::") || self.evaluator.parameters.contains_key(name)
    }

    fn is_resource(&self, name: &str) -> bool {
        self.evaluator.presence.contains_key(name)
            || self.evaluator.open_ended
            || self
                .identifiers
                .iter()
                .any(|identifier| **identifier == *name || name.contains(&format!("{{{identifier}}}")))
    }

    fn report(&mut self, name: &str, span: Span, message: String) {
        let diagnostic = Diagnostic::error(span, message);
        let candidates = self.evaluator.presence.keys().map(|key| &**key);
        let candidates = candidates.chain(self.evaluator.parameters.keys().copied());
        let nearest = similar(name, candidates.take(MOST_COMPARED)).map(str::to_owned);
        self.evaluator.report(match nearest {
            Some(nearest) => diagnostic.help(format!("did you mean `{nearest}`?")),
            None => diagnostic,
        });
    }
}
