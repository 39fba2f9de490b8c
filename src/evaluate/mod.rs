//! From stacks to evaluations: one trait, and the engines that answer it.

#[cfg(feature = "aws")]
pub mod aws;
mod embedded;

pub use crate::rules::Compliance;
pub use crate::rules::set::AppliedRule;
pub use embedded::Embedded;

use crate::resolve::Stack;
use crate::template::{Span, Text};
use std::sync::Arc;

/// Something that can say what AWS Config's rules say of the resources of a stack.
pub trait Engine {
    /// What reports call it: `embedded`, `aws`.
    fn name(&self) -> &'static str;

    /// The rules that it applies.
    fn rules(&self) -> &[Arc<AppliedRule>];

    /// Evaluates every resource of every stack without errors and hands each outcome to `results` as soon as it is known,
    /// in no particular order. Ends when nothing more will come; whatever could not be evaluated has then
    /// been handed over as [`Outcome::NotEvaluated`].
    fn evaluate(
        &self,
        stacks: &[Stack],
        results: &(dyn Fn(Outcome) + Sync),
    ) -> impl Future<Output = ()> + Send;
}

/// What became of a resource under a rule, or of a resource that no rule got to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A rule's verdict on a resource.
    Evaluated(Evaluation),
    /// A resource for which there is no verdict.
    NotEvaluated(NotEvaluated),
}

/// A rule's verdict on a resource.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// Which stack: its place among those that were evaluated.
    pub stack: usize,
    /// The resource's logical ID.
    pub logical_id: Text,
    /// The resource's type.
    pub resource_type: Text,
    /// Where the resource's logical ID stands.
    pub resource_span: Span,
    /// The condition that decides whether the resource is there at all, if that is not known.
    pub condition: Option<Text>,
    /// The rule.
    pub rule: Arc<AppliedRule>,
    /// The verdict.
    pub compliance: Compliance,
    /// Why, in one sentence without a full stop; empty where there is nothing to say.
    pub annotation: String,
    /// The property that decided, as a path: `LoggingConfiguration.LogFilePrefix`; empty for the
    /// resource as a whole.
    pub property: String,
    /// The line to change: the property, or the resource where a property is missing.
    pub span: Span,
    /// Where the property's value came from, if that is elsewhere: a parameter's default, a mapping.
    pub origin: Option<Span>,
    /// What AWS Config judged, if it did.
    pub resource_evaluation: Option<ResourceEvaluation>,
}

/// An evaluation that AWS Config carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceEvaluation {
    /// Its ID.
    pub id: String,
    /// What was not sent as the template has it, because it can't be known or must not leave the machine.
    pub replaced: Vec<ReplacedProperty>,
}

/// A property that AWS Config did not get as the template has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplacedProperty {
    /// The property, as a path: `VpcConfig.SubnetIds[0]`.
    pub property: String,
    /// Whether a placeholder was sent for it; if not, it was left out.
    pub placeholder: bool,
    /// Why, in a few words.
    pub reason: String,
}

/// A resource that has no verdict.
#[derive(Clone, Debug)]
pub struct NotEvaluated {
    /// Which stack: its place among those that were evaluated.
    pub stack: usize,
    /// The resource's logical ID.
    pub logical_id: Text,
    /// The resource's type.
    pub resource_type: Text,
    /// Where the resource's logical ID stands.
    pub span: Span,
    /// Why.
    pub reason: Reason,
}

/// Why a resource has no verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No rule of the set judges its type, or none has it in its scope: nothing is missing.
    NoRule,
    /// Something stood in the way, in one sentence without a full stop: the result is incomplete.
    Failed(String),
}
