//! Which findings are suppressed or in the baseline: gathers what says so, from wherever it stands.

use super::baseline::{Covered, Matcher};
use super::baseline_use::{BaselineUse, cover, fixed, fixed_warning};
use super::in_template::Reader;
use super::known::{Holder, Known, warn};
use super::{Gate, JudgedTemplate, Origin, Suppression, Warning, acknowledged};
use crate::evaluate::AppliedRule;
use crate::resolve::{Resource, Stack};
use crate::rules;
use crate::rules::set::UndecidedRule;
use crate::template::{Diagnostics, Text};
use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

/// How many misspelt rules get a suggestion: looking for one means comparing with every rule.
const SUGGESTIONS: usize = 20;

/// The rules of a run.
pub(super) struct Rules<'a> {
    pub applied: &'a [Arc<AppliedRule>],
    pub undecided: &'a [UndecidedRule],
    /// How many more suggestions are looked for.
    suggestions: Cell<usize>,
}

impl<'a> Rules<'a> {
    pub fn new(applied: &'a [Arc<AppliedRule>], undecided: &'a [UndecidedRule]) -> Self {
        Rules { applied, undecided, suggestions: Cell::new(SUGGESTIONS) }
    }

    /// Whether AWS documents a rule of this name, or it belongs to the rule set.
    pub fn is_known(&self, name: &str) -> bool {
        let undecided = self.undecided.iter().map(|undecided| &undecided.rule);
        rules::find(name).is_some()
            || self.applied.iter().map(|rule| &**rule).chain(undecided).any(|rule| rule.is_called(name))
    }

    /// What may have been meant by a name that isn't known, which stands behind `prefix`.
    pub fn suggestion(&self, prefix: &str, name: &str) -> String {
        let left = self.suggestions.get();
        self.suggestions.set(left.saturating_sub(1));
        match (left > 0).then(|| rules::nearest(name)).flatten() {
            Some(rule) => format!("Did you mean `{prefix}{}`?", rule.name),
            None => "`cfn-gate rules list --all` lists the rules that there are.".to_owned(),
        }
    }
}

/// Every suppression there is.
#[derive(Default)]
struct Suppressions {
    all: Vec<Known>,
    /// Those that a resource of a template holds.
    held: HashMap<(usize, Text), Vec<usize>>,
    /// Where each was found, so that what several resources share is one.
    places: HashMap<(String, u32, u32, Option<String>), usize>,
    /// Those of the configuration.
    configured: Vec<usize>,
    acknowledged: acknowledged::Reader,
}

/// Marks findings as suppressed or covered by the baseline; adds warnings to the templates and to `warnings`.
pub(super) fn apply(
    templates: &mut [JudgedTemplate],
    gate: &Gate,
    rules: &Rules<'_>,
    warnings: &mut Vec<Warning>,
) -> Option<BaselineUse> {
    let mut suppressions = Suppressions::default();
    let mut diagnostics = Vec::with_capacity(templates.len());
    for (index, template) in templates.iter().enumerate() {
        let mut found = Diagnostics::default();
        if !template.stack.has_errors() {
            suppressions.collect(index, &template.stack, gate, rules, &mut found);
        }
        diagnostics.push(found);
    }
    suppressions.configured = gate
        .suppressions
        .iter()
        .map(|suppression| suppressions.add(Known::new(Arc::new(suppression.clone()), true, false, None)))
        .collect();
    let mut baseline = gate.baseline.as_ref().map(Matcher::new);
    for (index, template) in templates.iter_mut().enumerate() {
        suppressions.mark(index, template, gate);
        if let Some(baseline) = &mut baseline {
            cover(template, baseline);
        }
    }
    warn(&suppressions.all, templates, gate, rules, &mut diagnostics, warnings);
    for (template, found) in templates.iter_mut().zip(diagnostics) {
        let (all, found) = (&mut template.stack.diagnostics, found.into_list());
        if !found.is_empty() {
            all.extend(found);
            all.sort_by_cached_key(|diagnostic| diagnostic.span);
            // Loops say the same of every copy.
            all.dedup_by(|one, other| one.span == other.span && one.message == other.message);
        }
    }
    let (baseline, matcher) = (gate.baseline.as_ref()?, baseline?);
    let fixed = fixed(templates, matcher, rules.applied);
    warnings.extend(fixed_warning(&baseline.file, &fixed));
    Some(BaselineUse { file: Arc::clone(&baseline.file), entries: baseline.entries.len(), fixed })
}

impl Suppressions {
    /// Finds the suppressions that the template and the CDK program hold.
    fn collect(
        &mut self,
        index: usize,
        stack: &Stack,
        gate: &Gate,
        rules: &Rules<'_>,
        diagnostics: &mut Diagnostics,
    ) {
        let is_heeded = gate.template_suppressions;
        let mut unheard = Diagnostics::default();
        let diagnostics = if is_heeded { diagnostics } else { &mut unheard };
        for resource in &stack.resources {
            let mut reader = Reader { files: &stack.files, rules, diagnostics };
            for suppression in reader.read(resource) {
                self.hold(index, resource, suppression, is_heeded, false);
            }
            for suppression in self.acknowledged.read(stack, resource, rules, diagnostics) {
                self.hold(index, resource, suppression, is_heeded, false);
            }
            for tool in gate.tools.iter().filter(|_| is_heeded) {
                for suppression in tool.read(resource, &stack.files) {
                    self.hold(index, resource, suppression, true, true);
                }
            }
        }
    }

    /// Adds a suppression that a resource holds, or the resource to those that hold it.
    fn hold(
        &mut self,
        index: usize,
        resource: &Resource,
        suppression: Suppression,
        is_heeded: bool,
        is_foreign: bool,
    ) {
        let rule = suppression.rule.clone();
        let place = match &suppression.origin {
            Origin::Metadata { file, span, .. } => (file.name.clone(), span.start, span.end, rule),
            Origin::Program { construct, .. } => (construct.to_string(), 0, 0, rule),
            Origin::Configuration { .. } | Origin::Baseline { .. } => return,
        };
        let known = match self.places.get(&place) {
            Some(known) => *known,
            None => {
                let (span, resource_type) = (resource.span, resource.resource_type.clone());
                let holder = Some(Holder { template: index, span, resource_type });
                let known = self.add(Known::new(Arc::new(suppression), is_heeded, is_foreign, holder));
                self.places.insert(place, known);
                known
            }
        };
        self.held.entry((index, resource.logical_id.clone())).or_default().push(known);
    }

    fn add(&mut self, known: Known) -> usize {
        self.all.push(known);
        self.all.len() - 1
    }

    /// Marks the findings of a template that are suppressed, and the suppressions that meet something.
    fn mark(&mut self, index: usize, template: &mut JudgedTemplate, gate: &Gate) {
        let JudgedTemplate { stack, findings, .. } = template;
        let name = stack.name();
        let covers_template = |known: &&usize| self.all[**known].suppression.scope.covers_template(name);
        let here: Vec<usize> = self.configured.iter().filter(covers_template).copied().collect();
        for finding in findings {
            let evaluation = &finding.evaluation;
            let held = self.held.get(&(index, evaluation.logical_id.clone()));
            for known in held.into_iter().flatten().chain(&here) {
                let Some(known) = self.all.get_mut(*known) else { continue };
                let suppression = &known.suppression;
                let covers =
                    || known.holder.is_some() || suppression.scope.covers(stack, &evaluation.logical_id);
                if !suppression.names(&evaluation.rule) || !covers() {
                    continue;
                }
                known.judged += 1;
                known.first_judged.get_or_insert_with(|| evaluation.logical_id.clone());
                if Covered::of(evaluation.compliance).is_none() {
                    continue;
                }
                known.is_used = true;
                if !known.is_heeded {
                    finding.disregarded = true;
                } else if !suppression.has_expired(gate.today) && finding.suppression.is_none() {
                    finding.suppression = Some(Arc::clone(suppression));
                    finding.fails = false;
                }
            }
        }
    }
}
