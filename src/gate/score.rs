//! The score of a run under AWS Foundational Security Best Practices.
//!
//! Facts: the AWS Security Hub User Guide, "Calculating security scores": the share of passed controls among those
//! that passed or failed. A control fails if one of its findings fails; one without findings doesn't count.

use super::{Finding, Origin, Report};
use crate::evaluate::Compliance;
use crate::rules::Rule;
use crate::rules::set::fsbp;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// How many controls of the standard stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// Controls with findings, all of which are COMPLIANT.
    pub passed: usize,
    /// Controls with a NON_COMPLIANT finding.
    pub failed: usize,
    /// Controls that hang on values that can't be known before deployment.
    pub open: usize,
    /// Controls that apply to no resource of the templates.
    pub without_resources: usize,
    /// Controls that no template can decide, or that cfn-gate doesn't decide yet.
    pub undecided: usize,
}

/// How a control stands. The greatest of what its findings say counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    WithoutResources,
    Passed,
    Open,
    Failed,
}

impl Score {
    /// The score of `report`, from the rules of the standard that were applied.
    pub fn of(report: &Report) -> Self {
        let controls = |rule: Option<&'static Rule>| rule.into_iter().flat_map(fsbp::controls);
        let mut decided: HashMap<&str, Status> = report
            .rules
            .iter()
            .flat_map(|rule| controls(rule.managed))
            .map(|control| (control, Status::WithoutResources))
            .collect();
        // As in Security Hub, suppressed findings don't count. Those of the baseline do: nobody has said that they are well.
        let counts = |finding: &Finding| match &finding.suppression {
            None => true,
            Some(suppression) => matches!(suppression.origin, Origin::Baseline { .. }),
        };
        for (_, finding) in report.findings().filter(|(_, finding)| counts(finding)) {
            let status = match finding.evaluation.compliance {
                Compliance::Compliant => Status::Passed,
                Compliance::NonCompliant => Status::Failed,
                Compliance::InsufficientData => Status::Open,
                Compliance::NotApplicable => continue,
            };
            for control in controls(finding.evaluation.rule.managed) {
                let known = decided.entry(control).or_insert(status);
                *known = status.max(*known);
            }
        }
        let undecided: HashSet<&str> = report
            .undecided
            .iter()
            .flat_map(|undecided| controls(undecided.rule.managed))
            .filter(|control| !decided.contains_key(control))
            .collect();
        let count = |wanted: Status| decided.values().filter(|status| **status == wanted).count();
        Score {
            passed: count(Status::Passed),
            failed: count(Status::Failed),
            open: count(Status::Open),
            without_resources: count(Status::WithoutResources),
            undecided: undecided.len(),
        }
    }

    /// The score in per cent, rounded; none if no control passed or failed.
    pub fn percent(&self) -> Option<usize> {
        let decided = self.passed + self.failed;
        (self.passed * 200 + decided).checked_div(decided * 2)
    }
}
