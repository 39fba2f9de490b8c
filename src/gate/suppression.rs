//! A suppression: somebody has decided that what a rule says of a resource shall not fail the gate, and why.

use super::{Date, PathPattern};
use crate::evaluate::AppliedRule;
use crate::resolve::Stack;
use crate::source::{CodeLine, StackPattern};
use crate::template::{SourceFile, Span};
use std::sync::Arc;

/// A decision that a rule's findings on some resources don't fail the gate.
///
/// The configuration file fills a list of them and hands it over in [`Gate::suppressions`](super::Gate::suppressions), with
/// [`Scope::Matching`] and [`Origin::Configuration`]; those that templates and CDK programs hold are found by the gate itself.
#[derive(Clone, Debug)]
pub struct Suppression {
    /// The rule: its name or its identifier, as written; `None` for every rule.
    ///
    /// Who fills the list sees to it that AWS documents the rule ([`crate::rules::find`], with [`crate::rules::nearest`] for a
    /// suggestion). A name that isn't among the applied rules suppresses nothing, and nobody is warned.
    pub rule: Option<String>,
    /// Why, as whoever decided it put it: never blank, and hostile text like any other.
    pub reason: String,
    /// The last day, in UTC, on which it holds: from the day after, the finding fails again. `None`: for good.
    pub until: Option<Date>,
    /// Which resources.
    pub scope: Scope,
    /// Where it stands.
    pub origin: Origin,
}

/// Which resources a suppression is about.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "there are few, and none is moved often")]
pub enum Scope {
    /// Those that hold it: the resource in whose metadata it stands (several, for a loop or a shared node), or what the
    /// construct made that it was acknowledged for.
    Holders,
    /// Those for which all holds that is given.
    Matching {
        /// The path of the template.
        path: Option<PathPattern>,
        /// The logical ID.
        logical_id: Option<String>,
        /// The path of the construct, or of one that it lies in: `Prod/Storage`, `*/Storage/**`. Matches no resource that CDK didn't make.
        construct: Option<StackPattern>,
    },
}

/// Where a suppression stands.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In the metadata of a resource, under `key`: `cfn-gate`, or the key of another tool.
    Metadata {
        /// The key.
        key: &'static str,
        /// The file.
        file: Arc<SourceFile>,
        /// Where in it; the number of the file counts as in the stack's list.
        span: Span,
    },
    /// In a CDK program, as an acknowledged rule.
    Program {
        /// The path of the construct that it was acknowledged for.
        construct: Arc<str>,
        /// The line of the program, where the assembly tells.
        line: Option<CodeLine>,
    },
    /// In the configuration file.
    Configuration {
        /// The file.
        file: Arc<SourceFile>,
        /// Where in it. The file has the number of a template.
        span: Span,
    },
    /// In the baseline.
    Baseline {
        /// The file.
        file: Arc<SourceFile>,
        /// Where the entry stands.
        span: Span,
    },
}

impl Scope {
    /// Whether a resource is in the scope: of a template that lies in it (see [`Scope::covers_template`]).
    pub(super) fn covers(&self, stack: &Stack, logical_id: &str) -> bool {
        let Scope::Matching { logical_id: wanted, construct, .. } = self else { return false };
        wanted.as_ref().is_none_or(|wanted| wanted == logical_id)
            && construct.as_ref().is_none_or(|pattern| {
                let path = stack.provenance.construct(logical_id).map(|construct| &*construct.path);
                let around =
                    std::iter::successors(path, |path| path.rsplit_once('/').map(|(outer, _)| outer));
                // Only as many levels as anybody nests.
                around.take(64).any(|path| pattern.matches(path))
            })
    }

    /// Whether the template called `name` lies in the scope.
    pub(super) fn covers_template(&self, name: &str) -> bool {
        match self {
            Scope::Holders => false,
            Scope::Matching { path, .. } => path.as_ref().is_none_or(|pattern| pattern.matches(name)),
        }
    }
}

impl Suppression {
    /// Whether it is about this rule.
    pub(super) fn names(&self, rule: &AppliedRule) -> bool {
        self.rule.as_ref().is_none_or(|name| rule.is_called(name))
    }

    /// Whether it has expired on the day `today`.
    pub fn has_expired(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}
