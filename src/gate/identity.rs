//! By what a finding is known again in a later run: not by its line, which moves, nor by its message, which may be put better.

use crate::evaluate::Evaluation;
use crate::resolve::Stack;

/// Which finding it is, among those of a repository.
///
/// Findings that agree in all of it (the same template judged twice, two rules of one name) can only be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity<'a> {
    /// The path of the template, as whoever keeps identities writes paths.
    pub template: &'a str,
    /// What people call the stack, where it has a name of its own: `Prod/Orders`. Else empty.
    pub stack: &'a str,
    /// The path of the construct, of a resource that CDK made; else the logical ID.
    pub resource: &'a str,
    /// The rule's name.
    pub rule: &'a str,
    /// The property that decided, as a path; empty for the resource as a whole.
    pub property: &'a str,
}

impl<'a> Identity<'a> {
    /// The identity of a finding on a resource of `stack`, whose template has the path `template`.
    pub fn of(template: &'a str, stack: &'a Stack, evaluation: &'a Evaluation) -> Self {
        let construct = stack.provenance.construct(&evaluation.logical_id);
        Identity {
            template,
            stack: stack.provenance.display_name.as_deref().unwrap_or_default(),
            resource: construct.map_or(&*evaluation.logical_id, |construct| &*construct.path),
            rule: &evaluation.rule.name,
            property: &evaluation.property,
        }
    }
}
