//! The baseline in a run: which findings it covers, and which of its entries are fixed.

use super::baseline::{Covered, Matcher};
use super::seen::Seen;
use super::{Identity, JudgedTemplate, Warning};
use crate::evaluate::AppliedRule;
use crate::template::{Diagnostic, SourceFile, Span};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How many entries of the baseline a warning points at.
const NAMED: usize = 8;

/// How the baseline of a run was met.
#[derive(Clone, Debug)]
pub struct BaselineUse {
    /// Its file.
    pub file: Arc<SourceFile>,
    /// How many entries it has.
    pub entries: usize,
    /// The entries whose findings are gone, though their templates and rules were judged.
    pub fixed: Vec<Span>,
}

/// Marks the findings of a template that the baseline covers.
pub(super) fn cover(template: &mut JudgedTemplate, baseline: &mut Matcher<'_>) {
    let JudgedTemplate { stack, findings, .. } = template;
    let name = baseline.template(stack.name());
    for finding in findings.iter_mut().filter(|finding| finding.suppression.is_none()) {
        let Some(compliance) = Covered::of(finding.evaluation.compliance) else { continue };
        let identity = Identity::of(&name, stack, &finding.evaluation);
        if let Some(suppression) = baseline.cover(&identity, compliance) {
            finding.suppression = Some(Arc::new(suppression));
            finding.fails = false;
        }
    }
}

/// The entries of the baseline whose findings are gone: the rule had a verdict on the resource, or the template, without
/// errors, holds no such resource any more. What was not looked at in this run may still be there.
pub(super) fn fixed(
    templates: &[JudgedTemplate],
    matcher: Matcher<'_>,
    applied: &[Arc<AppliedRule>],
) -> Vec<Span> {
    let applied: HashSet<&str> = applied.iter().map(|rule| rule.name.as_str()).collect();
    let mut by_name: HashMap<(String, &str), Seen<'_>> = HashMap::new();
    for template in templates.iter().filter(|template| !template.stack.has_errors()) {
        let stack = template.stack.provenance.display_name.as_deref().unwrap_or_default();
        by_name.entry((matcher.template(template.name()), stack)).or_default().add(template);
    }
    let mut fixed = Vec::new();
    for (entry, span) in matcher.rest() {
        let seen = by_name.get(&(entry.template.clone(), entry.stack.as_str()));
        let is_fixed = seen.is_some_and(|seen| {
            seen.has_judged(&entry.resource, &entry.rule) || !seen.may_hold(&entry.resource)
        });
        if is_fixed && applied.contains(entry.rule.as_str()) {
            fixed.push(*span);
        }
    }
    fixed
}

/// What to say of the entries that are fixed.
pub(super) fn fixed_warning(file: &Arc<SourceFile>, fixed: &[Span]) -> Option<Warning> {
    let (first, rest) = fixed.split_first()?;
    let message = match rest.len() {
        0 => "an entry of the baseline is fixed: its finding is gone".to_owned(),
        more => format!("{} entries of the baseline are fixed: their findings are gone", more + 1),
    };
    let diagnostic = Diagnostic::warning(*first, message)
        .help("Run `cfn-gate baseline` with the same paths and rules to write it without them.");
    let diagnostic = rest
        .iter()
        .take(NAMED - 1)
        .fold(diagnostic, |diagnostic, span| diagnostic.related(*span, "and this one"));
    Some(Warning { file: Arc::clone(file), diagnostic })
}
