//! Which findings fail the run, and what the run as a whole says.

mod date;
mod path;
mod score;
mod suppression;

pub use date::Date;
pub use path::{PathPattern, path_from};
pub use score::Score;
pub use suppression::{Origin, Scope, Suppression};

use crate::evaluate::{AppliedRule, Compliance, Evaluation, NotEvaluated, Outcome, Reason};
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
    /// What is wrong or odd with files that are no templates, such as the configuration.
    pub warnings: Vec<Warning>,
    /// The day on which suppressions are looked at, in UTC.
    pub today: Date,
}

impl Gate {
    /// A gate without exceptions, today.
    pub fn new(policy: Policy) -> Self {
        Gate { policy, suppressions: Vec::new(), warnings: Vec::new(), today: Date::today() }
    }
}

/// A warning about a file that is no template.
#[derive(Clone, Debug)]
pub struct Warning {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The warning; the number of the file in its spans is of no account.
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
    /// What fails the run.
    pub policy: Policy,
    /// What the run as a whole says.
    pub verdict: Verdict,
}

impl Report {
    /// The report, with the rules of the set that got no verdict.
    #[must_use]
    pub fn with_undecided(self, undecided: Vec<UndecidedRule>) -> Self {
        Report { undecided, ..self }
    }

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

    /// How many findings have this compliance type.
    pub fn count(&self, compliance: Compliance) -> usize {
        self.findings().filter(|(_, finding)| finding.evaluation.compliance == compliance).count()
    }
}

/// What a run as a whole says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every evaluation finished and nothing fails the gate.
    Passed,
    /// At least one finding fails the gate.
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

/// Puts the outcomes of a run together.
///
/// Outcomes refer to `stacks` by index. A stack with errors must not have been evaluated: it has no outcomes.
pub fn judge(
    engine: &'static str,
    rules: &[Arc<AppliedRule>],
    stacks: Vec<Stack>,
    outcomes: Vec<Outcome>,
    policy: Policy,
) -> Report {
    let mut templates: Vec<JudgedTemplate> = stacks
        .into_iter()
        .map(|stack| JudgedTemplate { stack, findings: Vec::new(), not_evaluated: Vec::new() })
        .collect();
    for outcome in outcomes {
        match outcome {
            Outcome::Evaluated(evaluation) => {
                let fails = policy.fails(&evaluation);
                templates[evaluation.stack].findings.push(Finding { evaluation, fails });
            }
            Outcome::NotEvaluated(resource) => {
                let template = &mut templates[resource.stack];
                let is_bookkeeping =
                    || template.stack.is_bookkeeping(&resource.logical_id, &resource.resource_type);
                if resource.reason != Reason::NoRule || !is_bookkeeping() {
                    template.not_evaluated.push(resource);
                }
            }
        }
    }
    for template in &mut templates {
        template.findings.sort_by(|a, b| {
            let key =
                |finding: &Finding| (finding.evaluation.resource_span, finding.evaluation.logical_id.clone());
            key(a).cmp(&key(b)).then_with(|| a.evaluation.rule.name.cmp(&b.evaluation.rule.name))
        });
        template.not_evaluated.sort_by(|a, b| (a.span, &a.logical_id).cmp(&(b.span, &b.logical_id)));
    }
    let verdict = verdict(&templates, policy);
    Report { engine, rules: rules.to_vec(), undecided: Vec::new(), templates, score: None, policy, verdict }
}

fn verdict(templates: &[JudgedTemplate], policy: Policy) -> Verdict {
    let with_errors = templates.iter().filter(|template| template.stack.has_errors()).count();
    let stopped = |template: &JudgedTemplate| {
        template.not_evaluated.iter().any(|resource| resource.reason != Reason::NoRule)
            || (!policy.allow_incomplete && !template.stack.incomplete.is_empty())
    };
    if with_errors == templates.len() {
        Verdict::Invalid
    } else if templates.iter().any(|template| template.findings.iter().any(|finding| finding.fails)) {
        Verdict::Failed
    } else if with_errors > 0 || templates.iter().any(stopped) {
        Verdict::Incomplete
    } else {
        Verdict::Passed
    }
}
