//! Which findings are suppressed or in the baseline, and which suppressions serve nothing any more.

use super::baseline::{Covered, Matcher};
use super::baseline_use::{BaselineUse, cover, fixed, fixed_warning};
use super::in_template::Reader;
use super::{Gate, JudgedTemplate, Origin, Scope, Suppression, Warning};
use crate::evaluate::AppliedRule;
use crate::resolve::{Resource, Stack};
use crate::rules;
use crate::rules::set::UndecidedRule;
use crate::source::Acknowledged;
use crate::template::{Diagnostic, Diagnostics, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// The rules of a run.
pub(super) struct Rules<'a> {
    pub applied: &'a [Arc<AppliedRule>],
    pub undecided: &'a [UndecidedRule],
}

impl Rules<'_> {
    fn is_known(&self, name: &str) -> bool {
        let undecided = self.undecided.iter().map(|undecided| &undecided.rule);
        self.applied.iter().map(|rule| &**rule).chain(undecided).any(|rule| rule.is_called(name))
    }
}

/// A suppression, and what it met.
struct Known {
    suppression: Arc<Suppression>,
    /// The gate heeds it.
    is_heeded: bool,
    /// Nobody needs to hear that it serves nothing: another tool may need it.
    is_foreign: bool,
    /// The template and the resource that hold it, if some do: the first.
    holder: Option<(usize, Text)>,
    /// How many resources its rule had a verdict on, and the first of them.
    judged: usize,
    first_judged: Option<Text>,
    /// A finding that it is about is wrong or open.
    is_used: bool,
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
}

/// Marks findings as suppressed or covered by the baseline; adds warnings to the templates and to `warnings`.
pub(super) fn apply(
    templates: &mut [JudgedTemplate],
    gate: &Gate,
    rules: &Rules<'_>,
    warnings: &mut Vec<Warning>,
) -> Option<BaselineUse> {
    let mut diagnostics: HashMap<usize, Diagnostics> = HashMap::new();
    let mut suppressions = Suppressions::default();
    for (index, template) in templates.iter().enumerate().filter(|(_, template)| !template.stack.has_errors())
    {
        let mut found = Diagnostics::default();
        suppressions.collect(index, &template.stack, gate, rules, &mut found);
        diagnostics.insert(index, found);
    }
    suppressions.configured = gate
        .suppressions
        .iter()
        .map(|suppression| suppressions.add(Arc::new(suppression.clone()), true, false, None))
        .collect();
    let mut baseline = gate.baseline.as_ref().map(Matcher::new);
    for (index, template) in templates.iter_mut().enumerate() {
        suppressions.mark(index, template, gate);
        if let Some(baseline) = &mut baseline {
            cover(template, baseline);
        }
    }
    suppressions.warn(templates, gate, rules, &mut diagnostics, warnings);
    for (index, found) in diagnostics {
        if let Some(template) = templates.get_mut(index) {
            let found = found.into_list();
            if !found.is_empty() {
                template.stack.diagnostics.extend(found);
                template.stack.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            }
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
            let is_known = |name: &str| rules.is_known(name);
            let mut reader = Reader { files: &stack.files, is_known: &is_known, diagnostics };
            for suppression in reader.read(resource) {
                self.hold(index, resource, suppression, is_heeded, false);
            }
            for suppression in acknowledged(stack, resource, rules, diagnostics) {
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
        let holder = (index, resource.logical_id.clone());
        let known = match self.places.get(&place) {
            Some(known) => *known,
            None => {
                let known = self.add(Arc::new(suppression), is_heeded, is_foreign, Some(holder.clone()));
                self.places.insert(place, known);
                known
            }
        };
        self.held.entry(holder).or_default().push(known);
    }

    fn add(
        &mut self,
        suppression: Arc<Suppression>,
        is_heeded: bool,
        is_foreign: bool,
        holder: Option<(usize, Text)>,
    ) -> usize {
        let (judged, first_judged, is_used) = (0, None, false);
        self.all.push(Known { suppression, is_heeded, is_foreign, holder, judged, first_judged, is_used });
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
                    known.holder.is_some() || suppression.scope.covers(stack, &evaluation.logical_id);
                if !suppression.names(&evaluation.rule) || !covers {
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

    /// Says which suppressions have expired or serve nothing.
    fn warn(
        &self,
        templates: &[JudgedTemplate],
        gate: &Gate,
        rules: &Rules<'_>,
        diagnostics: &mut HashMap<usize, Diagnostics>,
        warnings: &mut Vec<Warning>,
    ) {
        for known in self.all.iter().filter(|known| known.is_heeded && !known.is_foreign) {
            let Some((message, help)) = known.complaint(templates, gate, rules) else { continue };
            let at = |span| Diagnostic::warning(span, &message).help(&help);
            match (&known.suppression.origin, &known.holder) {
                (Origin::Configuration { file, span }, _) => {
                    warnings.push(Warning { file: Arc::clone(file), diagnostic: at(*span) });
                }
                (Origin::Metadata { span, .. }, Some((index, _))) => {
                    diagnostics.entry(*index).or_default().push(at(*span));
                }
                (Origin::Program { .. }, Some((index, logical_id))) => {
                    let stack = templates.get(*index).map(|template| &template.stack);
                    let resource = stack.and_then(|stack| stack.resource(logical_id));
                    let span = resource.map(|resource| resource.span).unwrap_or_default();
                    diagnostics.entry(*index).or_default().push(at(span));
                }
                _ => {}
            }
        }
    }
}

impl Known {
    /// What is wrong with it and what to do, if something is.
    fn complaint(
        &self,
        templates: &[JudgedTemplate],
        gate: &Gate,
        rules: &Rules<'_>,
    ) -> Option<(String, String)> {
        let Suppression { rule, until, origin, .. } = &*self.suppression;
        let what = rule.as_ref().map_or_else(|| "every rule".to_owned(), |rule| format!("`{rule}`"));
        let subject = match origin {
            Origin::Program { construct, line, .. } => {
                let line = line.as_ref().map(|line| format!(" ({line})")).unwrap_or_default();
                format!("the acknowledgement of {what} for {construct}{line}")
            }
            _ => format!("the suppression of {what}"),
        };
        if let Some(until) = until.filter(|_| self.suppression.has_expired(gate.today)) {
            let help = if self.is_used {
                "Mend what it was for, or decide anew and give a later `until`."
            } else {
                "Delete it."
            };
            return Some((format!("{subject} has expired: its last day was {until}"), help.into()));
        }
        if self.is_used {
            return None;
        }
        let resources = match (&self.first_judged, self.judged) {
            (Some(logical_id), 1) => Some(logical_id.to_string()),
            (Some(_), count) => Some(format!("any of {count} resources")),
            (None, _) => None,
        };
        let why = match (rule, resources) {
            (Some(_), Some(resources)) => format!("the rule finds nothing wrong with {resources}"),
            (None, Some(resources)) => format!("no rule finds anything wrong with {resources}"),
            (_, None) => format!("the rule does not look at {}", self.missed_type(templates, rules)?),
        };
        Some((format!("{subject} serves nothing: {why}"), "Delete it.".into()))
    }

    /// The type of the resource that holds it, if the rule is applied and does not look at such resources.
    fn missed_type(&self, templates: &[JudgedTemplate], rules: &Rules<'_>) -> Option<String> {
        let (index, logical_id) = self.holder.as_ref()?;
        let resource = templates.get(*index)?.stack.resource(logical_id)?;
        let applied = rules.applied.iter().find(|rule| self.suppression.names(rule))?;
        let types = applied.managed.filter(|rule| rule.is_implemented())?.resource_types;
        // Of a construct, other resources may be meant.
        let is_own = matches!(self.suppression.origin, Origin::Metadata { .. });
        let misses = is_own && !types.is_empty() && !types.contains(&&*resource.resource_type);
        misses.then(|| resource.resource_type.to_string())
    }
}

/// What the CDK program acknowledges for a resource and the constructs that it lies in.
fn acknowledged(
    stack: &Stack,
    resource: &Resource,
    rules: &Rules<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Suppression> {
    let construct = stack.provenance.construct(&resource.logical_id);
    let mut suppressions = Vec::new();
    for acknowledged in construct.map_or(&[][..], |construct| &construct.acknowledged) {
        let Acknowledged { construct, rule, reason, line } = acknowledged;
        let mut wrong = |what: String, help: String| {
            let message = format!("{what}, so the acknowledgement for {construct} suppresses nothing");
            diagnostics.push(Diagnostic::warning(resource.span, message).help(help));
        };
        if !rules.is_known(rule) && rules::find(rule).is_none() {
            let help = match rules::nearest(rule) {
                Some(rule) => format!("Did you mean `cfn-gate::{}`?", rule.name),
                None => "`cfn-gate rules list --all` lists the rules that there are.".to_owned(),
            };
            wrong(format!("there is no rule `{rule}`"), help);
        } else if reason.trim().is_empty() {
            wrong(format!("no reason is given for `cfn-gate::{rule}`"), "Give a `reason`.".into());
        } else {
            suppressions.push(Suppression {
                rule: Some(rule.clone()),
                reason: reason.trim().to_owned(),
                until: None,
                scope: Scope::Holders,
                origin: Origin::Program { construct: Arc::clone(construct), line: line.clone() },
            });
        }
    }
    suppressions
}
