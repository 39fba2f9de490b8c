//! What a suppression met in a run, and what there is to say if it met nothing, or has expired.

use super::exceptions::Rules;
use super::seen::Seen;
use super::{Gate, JudgedTemplate, Origin, Scope, Suppression, Warning};
use crate::source::CodeLine;
use crate::template::{Diagnostic, Diagnostics, Span, Text};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A suppression, and what it met.
pub(super) struct Known {
    pub suppression: Arc<Suppression>,
    /// The gate heeds it.
    pub is_heeded: bool,
    /// Nobody needs to hear that it serves nothing: another tool may need it.
    pub is_foreign: bool,
    /// The resource that holds it, if one does: the first.
    pub holder: Option<Holder>,
    /// How many resources its rule had a verdict on, and the first of them.
    pub judged: usize,
    pub first_judged: Option<Text>,
    /// A finding that it is about is wrong or open.
    pub is_used: bool,
}

/// A resource that holds a suppression.
pub(super) struct Holder {
    /// The place of its template.
    pub template: usize,
    /// Where it stands.
    pub span: Span,
    /// Its type.
    pub resource_type: Text,
}

impl Known {
    pub fn new(
        suppression: Arc<Suppression>,
        is_heeded: bool,
        is_foreign: bool,
        holder: Option<Holder>,
    ) -> Self {
        Known { suppression, is_heeded, is_foreign, holder, judged: 0, first_judged: None, is_used: false }
    }

    /// The rule and the line of a CDK program, which makes a construct of its own for each stage.
    fn line(&self) -> Option<(&str, &CodeLine)> {
        match &self.suppression.origin {
            Origin::Program { line, .. } => Some((self.suppression.rule.as_deref()?, line.as_ref()?)),
            _ => None,
        }
    }

    /// What is wrong with it and what to do, if something is.
    fn complaint(&self, gate: &Gate, rules: &Rules<'_>, seen: &mut Seens<'_>) -> Option<(String, String)> {
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
            (_, None) => match self.missed_type(rules) {
                Some(resource_type) => format!("the rule does not look at {resource_type}"),
                None => seen.missing(&self.suppression.scope)?,
            },
        };
        Some((format!("{subject} serves nothing: {why}"), "Delete it.".into()))
    }

    /// The type of the resource that holds it, if the rule is applied and does not look at such resources.
    fn missed_type(&self, rules: &Rules<'_>) -> Option<&Text> {
        // Of a construct, other resources may be meant.
        let holder =
            self.holder.as_ref().filter(|_| matches!(self.suppression.origin, Origin::Metadata { .. }))?;
        let applied = rules.applied.iter().find(|rule| self.suppression.names(rule))?;
        let types = applied.managed.filter(|rule| rule.is_implemented())?.resource_types;
        let misses = !types.is_empty() && !types.contains(&&*holder.resource_type);
        misses.then_some(&holder.resource_type)
    }
}

/// What was seen of templates, as far as somebody asked.
struct Seens<'a> {
    templates: &'a [JudgedTemplate],
    known: HashMap<usize, Seen<'a>>,
}

impl Seens<'_> {
    /// Says so if the scope names a template that was judged, and a resource that is not in it.
    fn missing(&mut self, scope: &Scope) -> Option<String> {
        let Scope::Matching { path: Some(path), logical_id, construct } = scope else { return None };
        let named = match (logical_id, construct) {
            (Some(logical_id), _) => logical_id.as_str(),
            (None, Some(construct)) => construct.as_str(),
            (None, None) => return None,
        };
        let mut is_judged = false;
        for (index, template) in self.templates.iter().enumerate() {
            let stack = &template.stack;
            if stack.has_errors() || !path.is_exactly(stack.name()) {
                continue;
            }
            is_judged = true;
            let seen = self.known.entry(index).or_insert_with(|| {
                let mut seen = Seen::default();
                seen.add(template);
                seen
            });
            let may_hold = match logical_id {
                Some(logical_id) => seen.may_hold(logical_id),
                None => stack.provenance.constructs.keys().any(|logical_id| scope.covers(stack, logical_id)),
            };
            if may_hold {
                return None;
            }
        }
        is_judged.then(|| format!("{} holds no resource {named}", path.as_str()))
    }
}

/// Says which suppressions have expired or serve nothing.
pub(super) fn warn(
    all: &[Known],
    templates: &[JudgedTemplate],
    gate: &Gate,
    rules: &Rules<'_>,
    diagnostics: &mut [Diagnostics],
    warnings: &mut Vec<Warning>,
) {
    let mut seen = Seens { templates, known: HashMap::new() };
    let used: HashSet<_> = all.iter().filter(|known| known.is_used).filter_map(Known::line).collect();
    for known in all.iter().filter(|known| known.is_heeded && !known.is_foreign) {
        if known.line().is_some_and(|line| used.contains(&line)) {
            continue;
        }
        let Some((message, help)) = known.complaint(gate, rules, &mut seen) else { continue };
        let at = |span| Diagnostic::warning(span, message).help(help);
        match (&known.suppression.origin, &known.holder) {
            (Origin::Configuration { file, span }, _) => {
                warnings.push(Warning { file: Arc::clone(file), diagnostic: at(*span) });
            }
            (origin, Some(holder)) => {
                let span = match origin {
                    Origin::Metadata { span, .. } => *span,
                    _ => holder.span,
                };
                if let Some(diagnostics) = diagnostics.get_mut(holder.template) {
                    diagnostics.push(at(span));
                }
            }
            _ => {}
        }
    }
}
