//! The counts of a run, and the sentence that it comes down to.

use super::suppressed::Why;
use crate::evaluate::{Compliance, Reason};
use crate::gate::{Report, Verdict};
use crate::resolve::Resource;
use serde::Serialize;
use std::collections::HashSet;

/// The counts of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Templates that were read or could not be read.
    pub templates: usize,
    /// Templates of which nothing was judged, because of errors.
    pub templates_with_errors: usize,
    /// Templates in which macros or modules were not expanded.
    pub templates_incomplete: usize,
    /// Resources of the templates without errors.
    pub resources: usize,
    /// Resources that no rule of the set looks at.
    pub resources_without_rule: usize,
    /// Resources that a rule should have judged and something stood in the way.
    pub resources_not_evaluated: usize,
    /// Rules that were applied.
    pub rules: usize,
    /// Rules of the set that no template decides, or that cfn-gate doesn't implement yet.
    pub rules_undecided: usize,
    /// Errors in templates.
    pub errors: usize,
    /// Warnings: about templates, suppressions, the baseline, the configuration.
    pub warnings: usize,
    /// Findings with this compliance type.
    pub compliant: usize,
    /// Findings with this compliance type.
    pub non_compliant: usize,
    /// Findings with this compliance type.
    pub not_applicable: usize,
    /// Findings with this compliance type.
    pub insufficient_data: usize,
    /// Findings that fail the run.
    pub failing: usize,
    /// Findings that are suppressed: they are not among those with a compliance type.
    pub suppressed: usize,
    /// Findings that are in the baseline: they are not among those with a compliance type.
    pub in_baseline: usize,
}

impl Summary {
    /// Counts what is in `report`.
    pub fn new(report: &Report) -> Self {
        let mut summary = Summary {
            templates: report.templates.len(),
            rules: report.rules.len(),
            rules_undecided: report.undecided.len(),
            warnings: report.warnings.len(),
            ..Summary::default()
        };
        for template in &report.templates {
            let stack = &template.stack;
            let errors = stack.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
            summary.errors += errors;
            summary.warnings += stack.diagnostics.len() - errors;
            if errors > 0 {
                summary.templates_with_errors += 1;
            } else {
                let judged: HashSet<&str> =
                    template.findings.iter().map(|finding| &*finding.evaluation.logical_id).collect();
                let counts = |resource: &&Resource| {
                    judged.contains(&*resource.logical_id)
                        || !stack.is_bookkeeping(&resource.logical_id, &resource.resource_type)
                };
                summary.resources += stack.resources.iter().filter(counts).count();
                summary.templates_incomplete += usize::from(!stack.incomplete.is_empty());
            }
            for resource in &template.not_evaluated {
                match resource.reason {
                    Reason::NoRule => summary.resources_without_rule += 1,
                    Reason::Failed(_) => summary.resources_not_evaluated += 1,
                }
            }
            for finding in &template.findings {
                summary.failing += usize::from(finding.fails);
                match finding.suppression.as_deref().map(Why::of) {
                    Some(Why::Suppressed) => summary.suppressed += 1,
                    Some(Why::Baseline) => summary.in_baseline += 1,
                    None => summary.count(finding.evaluation.compliance),
                }
            }
        }
        summary
    }

    fn count(&mut self, compliance: Compliance) {
        match compliance {
            Compliance::Compliant => self.compliant += 1,
            Compliance::NonCompliant => self.non_compliant += 1,
            Compliance::NotApplicable => self.not_applicable += 1,
            Compliance::InsufficientData => self.insufficient_data += 1,
        }
    }

    /// How the run ended and why, in one sentence.
    pub fn conclusion(&self, report: &Report) -> String {
        match report.verdict {
            Verdict::Passed => self.passed(),
            Verdict::Failed => {
                let gaps = self.gaps(report);
                let also = if gaps.is_empty() {
                    String::new()
                } else {
                    format!("; the result is also incomplete: {}", gaps.join(", "))
                };
                format!("Failed: {}{also}.", self.failures(report))
            }
            Verdict::Invalid if self.templates == 0 => "Invalid: there was no template to judge.".into(),
            Verdict::Invalid if self.templates == 1 => {
                "Invalid: nothing was judged, the template has errors.".into()
            }
            Verdict::Invalid => {
                format!("Invalid: nothing was judged, all {} templates have errors.", self.templates)
            }
            Verdict::Incomplete => format!(
                "Incomplete: nothing that was judged fails the gate, but {}.",
                self.gaps(report).join(", ")
            ),
        }
    }

    fn passed(&self) -> String {
        let verdicts = self.compliant
            + self.non_compliant
            + self.not_applicable
            + self.insufficient_data
            + self.suppressed
            + self.in_baseline;
        if self.resources == 0 {
            return "Passed: there is no resource to judge.".into();
        }
        if verdicts == 0 {
            return format!(
                "Passed, but nothing was judged: no rule looks at {}.",
                if self.resources == 1 {
                    "the only resource".into()
                } else {
                    format!("any of the {} resources", self.resources)
                }
            );
        }
        let tolerated: Vec<String> = [
            (self.non_compliant, "NON_COMPLIANT"),
            (self.insufficient_data, "INSUFFICIENT_DATA"),
            (self.templates_incomplete, "partly known template"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
        let tolerated = match tolerated.as_slice() {
            [] => String::new(),
            _ => format!(" (tolerated: {})", tolerated.join(", ")),
        };
        format!("Passed: 0 of {verdicts} verdicts fail the gate{tolerated}{}.", self.excepted())
    }

    /// What would fail the gate if nobody had decided otherwise.
    fn excepted(&self) -> String {
        let parts = [(self.suppressed, "suppressed"), (self.in_baseline, "in the baseline")];
        let parts = parts.iter().filter(|(count, _)| *count > 0);
        parts.map(|(count, what)| format!(", {count} {what}")).collect()
    }

    /// What fails the gate.
    fn failures(&self, report: &Report) -> String {
        let failing = |compliance| {
            report
                .findings()
                .filter(|(_, finding)| finding.fails && finding.evaluation.compliance == compliance)
                .count()
        };
        let kinds: Vec<String> = [Compliance::NonCompliant, Compliance::InsufficientData]
            .into_iter()
            .map(|compliance| (failing(compliance), compliance))
            .filter(|(count, _)| *count > 0)
            .map(|(count, compliance)| format!("{count} {compliance}"))
            .collect();
        let fail = |count| if count == 1 { "fails" } else { "fail" };
        let mut parts = Vec::new();
        if self.failing > 0 {
            let findings = counted(self.failing, "finding");
            parts.push(format!("{findings} {} the gate ({})", fail(self.failing), kinds.join(", ")));
        }
        if report.policy.strict && self.warnings > 0 {
            let warnings = counted(self.warnings, "warning");
            parts.push(format!("{warnings} {} the gate (--strict)", fail(self.warnings)));
        }
        format!("{}{}", parts.join(", "), self.excepted())
    }

    /// What makes the result incomplete.
    fn gaps(&self, report: &Report) -> Vec<String> {
        let mut gaps = Vec::new();
        if self.templates_with_errors > 0 {
            let have = if self.templates_with_errors == 1 { "has" } else { "have" };
            gaps.push(format!("{} {have} errors", counted(self.templates_with_errors, "template")));
        }
        if self.templates_incomplete > 0 && !report.policy.allow_incomplete {
            let are = if self.templates_incomplete == 1 { "is" } else { "are" };
            gaps.push(format!("{} {are} only partly known", counted(self.templates_incomplete, "template")));
        }
        if self.resources_not_evaluated > 0 {
            gaps.push(format!(
                "{} could not be evaluated",
                counted(self.resources_not_evaluated, "resource")
            ));
        }
        gaps
    }
}

/// "1 template", "2 templates".
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
