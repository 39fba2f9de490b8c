//! Suppressions in a CDK program: rules that it acknowledges for a construct and all that lies in it.
//!
//! Facts: AWS CDK's `aws-cdk-lib`, `Validations.acknowledge`; the assembly holds the rule's ID and the reason, but not what
//! `where` narrows it to, so that it counts as a whole, as it does for CDK's own report.

use super::exceptions::Rules;
use super::{Origin, Scope, Suppression};
use crate::resolve::{Resource, Stack};
use crate::source::Acknowledged;
use crate::template::{Diagnostic, Diagnostics};
use std::collections::HashSet;
use std::sync::Arc;

/// Reads what is acknowledged for resources.
#[derive(Default)]
pub(super) struct Reader {
    /// What was warned of: the construct and the rule. A construct may hold many resources.
    told: HashSet<(Arc<str>, String)>,
}

impl Reader {
    /// What the program acknowledges for `resource` and the constructs that it lies in.
    pub fn read(
        &mut self,
        stack: &Stack,
        resource: &Resource,
        rules: &Rules<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<Suppression> {
        let construct = stack.provenance.construct(&resource.logical_id);
        let mut suppressions = Vec::new();
        for acknowledged in construct.map_or(&[][..], |construct| &construct.acknowledged) {
            let Acknowledged { construct, rule, reason, line } = acknowledged;
            let problem = if !rules.is_known(rule) {
                let help = rules.suggestion("cfn-gate::", rule);
                Some((format!("there is no rule `{rule}`"), help))
            } else if reason.trim().is_empty() {
                Some((format!("no reason is given for `cfn-gate::{rule}`"), "Give a `reason`.".to_owned()))
            } else {
                None
            };
            match problem {
                Some((what, help)) => {
                    if self.told.insert((Arc::clone(construct), rule.clone())) {
                        let message =
                            format!("{what}, so the acknowledgement for {construct} suppresses nothing");
                        diagnostics.push(Diagnostic::warning(resource.span, message).help(help));
                    }
                }
                None => suppressions.push(Suppression {
                    rule: Some(rule.clone()),
                    reason: reason.trim().to_owned(),
                    until: None,
                    scope: Scope::Holders,
                    origin: Origin::Program { construct: Arc::clone(construct), line: line.clone() },
                }),
            }
        }
        suppressions
    }
}
