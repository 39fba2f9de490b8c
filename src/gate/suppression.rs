//! A suppression: somebody has decided that what a rule says of a resource shall not fail the gate, and why.

use super::{Date, PathPattern};
use crate::source::{CodeLine, StackPattern};
use crate::template::{SourceFile, Span, Text};
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
pub enum Scope {
    /// Those in whose metadata it stands: more than one for a loop, or where several share it.
    Resources(Vec<Text>),
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
        /// Where in it; the number of the file is of no account.
        span: Span,
    },
    /// In the baseline.
    Baseline {
        /// What messages call the file.
        file: Arc<str>,
        /// The line of the entry, from 1.
        line: u32,
    },
}

impl Suppression {
    /// Whether it has expired on the day `today`.
    pub fn has_expired(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}
