//! From the outcomes of the engine to a report: which findings fail, and what that says of the run.

use super::exceptions::{self, Rules};
use super::{Finding, Gate, JudgedTemplate, Report, Verdict};
use crate::evaluate::{AppliedRule, Outcome, Reason};
use crate::resolve::Stack;
use crate::rules::set::UndecidedRule;
use std::sync::Arc;

/// Puts the outcomes of a run together.
///
/// `undecided` are the rules of the set that the engine has no verdict on. Outcomes refer to `stacks` by index. A stack with errors must not have been evaluated: it has no outcomes.
pub fn judge(
    engine: &'static str,
    rules: &[Arc<AppliedRule>],
    undecided: Vec<UndecidedRule>,
    stacks: Vec<Stack>,
    outcomes: Vec<Outcome>,
    gate: &Gate,
) -> Report {
    let policy = gate.policy;
    let mut templates: Vec<JudgedTemplate> = stacks
        .into_iter()
        .map(|stack| JudgedTemplate { stack, findings: Vec::new(), not_evaluated: Vec::new() })
        .collect();
    for outcome in outcomes {
        match outcome {
            Outcome::Evaluated(evaluation) => {
                let fails = policy.fails(&evaluation);
                templates[evaluation.stack].findings.push(Finding {
                    evaluation,
                    fails,
                    suppression: None,
                    disregarded: false,
                });
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
        template.findings.sort_unstable_by(|Finding { evaluation: a, .. }, Finding { evaluation: b, .. }| {
            (a.resource_span, &a.logical_id, &a.rule.name).cmp(&(
                b.resource_span,
                &b.logical_id,
                &b.rule.name,
            ))
        });
        template.not_evaluated.sort_unstable_by(|a, b| (a.span, &a.logical_id).cmp(&(b.span, &b.logical_id)));
    }
    let mut warnings = gate.warnings.clone();
    let known = Rules::new(rules, &undecided);
    let baseline = exceptions::apply(&mut templates, gate, &known, &mut warnings);
    let rules = rules.to_vec();
    let verdict = Verdict::Passed;
    let report =
        Report { engine, rules, undecided, templates, score: None, warnings, baseline, policy, verdict };
    Report { verdict: verdict_of(&report), ..report }
}

/// What the report says as a whole.
fn verdict_of(report: &Report) -> Verdict {
    let Report { templates, policy, .. } = report;
    let fails = report.findings().any(|(_, finding)| finding.fails);
    if templates.iter().all(|template| template.stack.has_errors()) {
        Verdict::Invalid
    } else if fails || (policy.strict && report.count_warnings() > 0) {
        Verdict::Failed
    } else if report.is_incomplete() {
        Verdict::Incomplete
    } else {
        Verdict::Passed
    }
}
