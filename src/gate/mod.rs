//! Which findings fail the run, and what the run as a whole says.

mod acknowledged;
mod baseline;
mod baseline_use;
mod date;
mod exceptions;
mod identity;
mod in_template;
mod judge;
mod known;
mod path;
mod score;
mod seen;
mod suppression;
mod tool;

pub use baseline::{BASELINE_VERSION, Baseline, BaselineEntry, BaselineError, Covered};
pub use baseline_use::BaselineUse;
pub use date::Date;
pub(crate) use date::in_utc;
pub use identity::Identity;
pub use judge::judge;
pub use path::{PathPattern, path_from};
pub use score::Score;
pub use suppression::{Origin, Scope, Suppression};
pub use tool::Tool;

use crate::evaluate::{AppliedRule, Compliance, Evaluation, NotEvaluated, Reason};
use crate::resolve::Stack;
use crate::rules::Severity;
use crate::rules::set::UndecidedRule;
use crate::template::{Diagnostic, SourceFile};
use std::sync::Arc;

/// What fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// NON_COMPLIANT fails.
    pub non_compliant: bool,
    /// INSUFFICIENT_DATA fails.
    pub insufficient_data: bool,
    /// Only findings of rules of this severity or worse fail.
    pub severity: Severity,
    /// A template with macros or modules that could not be expanded does not make the result incomplete.
    pub allow_incomplete: bool,
    /// Every warning fails the run: those about templates, suppressions, the baseline and the configuration.
    pub strict: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Policy {
            non_compliant: true,
            insufficient_data: false,
            severity: Severity::Low,
            allow_incomplete: false,
            strict: false,
        }
    }
}

/// What decides, beside the rules, whether a run fails: the argument of [`judge`].
#[derive(Clone, Debug)]
pub struct Gate {
    /// What fails a run.
    pub policy: Policy,
    /// The suppressions of the configuration file. Where several match, the first one counts.
    pub suppressions: Vec<Suppression>,
    /// What templates and CDK programs themselves suppress is heeded.
    pub template_suppressions: bool,
    /// The other tools whose suppressions in templates are heeded too.
    pub tools: Vec<Tool>,
    /// The findings that don't fail because they are old.
    pub baseline: Option<Baseline>,
    /// What is wrong or odd with files that are no templates, such as the configuration.
    pub warnings: Vec<Warning>,
    /// The day on which suppressions are looked at, in UTC.
    pub today: Date,
}

impl Gate {
    /// A gate that heeds what templates suppress, and has no other exceptions, today.
    pub fn new(policy: Policy) -> Self {
        Gate {
            policy,
            suppressions: Vec::new(),
            template_suppressions: true,
            tools: Vec::new(),
            baseline: None,
            warnings: Vec::new(),
            today: Date::today(),
        }
    }
}

/// A warning about a file that is no template.
#[derive(Clone, Debug)]
pub struct Warning {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The warning. In its spans, the file has the number of a template.
    pub diagnostic: Diagnostic,
}

impl Policy {
    fn fails(&self, evaluation: &Evaluation) -> bool {
        let fails = match evaluation.compliance {
            Compliance::NonCompliant => self.non_compliant,
            Compliance::InsufficientData => self.insufficient_data,
            Compliance::Compliant | Compliance::NotApplicable => false,
        };
        fails && evaluation.rule.severity() >= self.severity
    }
}

/// A rule's verdict on a resource, and whether it fails the run.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The verdict.
    pub evaluation: Evaluation,
    /// It fails the run.
    pub fails: bool,
    /// Why it doesn't, whatever the policy says: it is suppressed, or in the baseline.
    pub suppression: Option<Arc<Suppression>>,
    /// The template suppresses it, which this gate does not heed.
    pub disregarded: bool,
}

/// What is known of one template in the end.
#[derive(Clone, Debug)]
pub struct JudgedTemplate {
    /// The stack, with its files, errors and warnings.
    pub stack: Stack,
    /// The findings, in the order of the template, then of the rules' names.
    pub findings: Vec<Finding>,
    /// The resources without a verdict, in the order of the template.
    pub not_evaluated: Vec<NotEvaluated>,
}

impl JudgedTemplate {
    /// The name of the template's file.
    pub fn name(&self) -> &str {
        self.stack.name()
    }
}

/// The result of a run: all that reports are made of.
#[derive(Clone, Debug)]
pub struct Report {
    /// What the engine is called.
    pub engine: &'static str,
    /// The rules that were applied.
    pub rules: Vec<Arc<AppliedRule>>,
    /// The rules of the rule set that no template decides, and why: they have no findings.
    pub undecided: Vec<UndecidedRule>,
    /// The templates, in the order of their names as given or found.
    pub templates: Vec<JudgedTemplate>,
    /// The score under AWS Foundational Security Best Practices, if it was asked for.
    pub score: Option<Score>,
    /// What is wrong or odd with files that are no templates: the configuration, the baseline.
    pub warnings: Vec<Warning>,
    /// How the baseline was met, if there is one.
    pub baseline: Option<BaselineUse>,
    /// What fails the run.
    pub policy: Policy,
    /// What the run as a whole says.
    pub verdict: Verdict,
}

impl Report {
    /// The report, with its score under AWS Foundational Security Best Practices.
    #[must_use]
    pub fn with_score(self) -> Self {
        Report { score: Some(Score::of(&self)), ..self }
    }

    /// All findings.
    pub fn findings(&self) -> impl Iterator<Item = (&JudgedTemplate, &Finding)> {
        self.templates
            .iter()
            .flat_map(|template| template.findings.iter().map(move |finding| (template, finding)))
    }

    /// Whether something was not judged: templates with errors or of which not all is known, resources without a verdict.
    pub fn is_incomplete(&self) -> bool {
        self.templates.iter().any(|template| {
            template.stack.has_errors()
                || template.not_evaluated.iter().any(|resource| resource.reason != Reason::NoRule)
                || (!self.policy.allow_incomplete && !template.stack.incomplete.is_empty())
        })
    }

    /// How many warnings there are, about templates and other files.
    pub fn count_warnings(&self) -> usize {
        let diagnostics = self.templates.iter().flat_map(|template| &template.stack.diagnostics);
        self.warnings.len() + diagnostics.filter(|diagnostic| !diagnostic.is_error()).count()
    }
}

/// What a run as a whole says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every evaluation finished and nothing fails the gate.
    Passed,
    /// At least one finding fails the gate, or a warning where every warning does.
    Failed,
    /// The input is wrong: nothing was evaluated.
    Invalid,
    /// Something could not be evaluated.
    Incomplete,
}

impl Verdict {
    /// The word for it in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::Passed => "passed",
            Verdict::Failed => "failed",
            Verdict::Invalid => "invalid",
            Verdict::Incomplete => "incomplete",
        }
    }
}
