//! A rule of a set that is being put together.

use super::applied::AppliedRule;
use super::built_in::BuiltIn;
use super::{Error, Undecided};
use crate::rules::{DecidedBy, InputParameters, Parameter};
use crate::template::{Diagnostic, SourceFile, Span};
use std::collections::HashMap;
use std::sync::Arc;

/// A rule, and what is still open about it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The rule.
    pub rule: AppliedRule,
    /// What the rule set leaves open, whatever the rule is.
    pub unclear: Option<Undecided>,
    /// Parameters whose value can't be known, and why.
    pub open_parameters: Vec<(&'static str, String)>,
    /// Where it was named.
    pub place: Place,
}

/// Where a rule was named.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// In a built-in set.
    BuiltIn,
    /// On the command line: the argument.
    Argument(String),
    /// In a file.
    File(Vec<Arc<SourceFile>>, Span),
}

impl Entry {
    pub fn new(rule: AppliedRule, place: Place) -> Self {
        Entry { rule, unclear: None, open_parameters: Vec::new(), place }
    }

    /// The rules of a built-in set.
    pub fn all_of(set: BuiltIn) -> impl Iterator<Item = Entry> {
        set.rules()
            .map(|(rule, parameters)| Entry::new(AppliedRule::managed(rule, parameters), Place::BuiltIn))
    }

    /// Why it gets no verdict, if so.
    pub fn undecided(&self) -> Option<Undecided> {
        if self.unclear.is_some() {
            return self.unclear.clone();
        }
        let Some(managed) = self.rule.managed else { return Some(Undecided::UnknownIdentifier) };
        match managed.decided_by {
            DecidedBy::Runtime(why) => return Some(Undecided::Runtime(why)),
            DecidedBy::Account(why) => return Some(Undecided::Account(why)),
            DecidedBy::Template => {}
        }
        if let Some((name, why)) = self.open_parameters.first() {
            return Some(Undecided::Unclear(format!(
                "the value of its parameter {name} can't be known: {why}"
            )));
        }
        if let Some(missing) = self.missing() {
            return Some(Undecided::Unclear(format!(
                "it needs the parameter {}: give it with --rule {}:{}=VALUE",
                missing.name, managed.name, missing.name
            )));
        }
        let in_scope = managed.resource_types.iter().any(|name| self.rule.scope.covers_type(name));
        (!in_scope).then(|| {
            Undecided::Unclear(format!(
                "its scope ({}) leaves out the resource types that it judges ({})",
                self.rule.scope.resource_types.join(", "),
                managed.resource_types.join(", ")
            ))
        })
    }

    /// What is wrong if a required parameter is missing. In a built-in set that is nobody's mistake.
    pub fn missing_parameter(&self) -> Option<Error> {
        let missing = self.missing()?;
        let rule = self.rule.managed?;
        match &self.place {
            Place::BuiltIn => None,
            Place::Argument(argument) => Some(Error::Selection(format!(
                "--rule {argument}: the rule needs the parameter {}\n  For example: --rule {}:{}=VALUE",
                missing.name, rule.name, missing.name
            ))),
            Place::File(files, span) => Some(Error::File {
                files: files.clone(),
                diagnostic: Diagnostic::error(
                    *span,
                    format!(
                        "the rule {} needs the parameter {} in InputParameters",
                        rule.identifier, missing.name
                    ),
                )
                .help(format!("{}: {}", missing.name, missing.description)),
            }),
        }
    }

    fn missing(&self) -> Option<&'static Parameter> {
        let is_open = |name: &str| self.open_parameters.iter().any(|(open, _)| *open == name);
        self.rule.managed?.parameters.iter().find(|parameter| {
            parameter.required
                && self.rule.parameters.get(parameter.name).is_none()
                && !is_open(parameter.name)
        })
    }

    /// Whether it says the same as `other`: the same managed rule, applied in the same way.
    fn repeats(&self, other: &Entry) -> bool {
        // Placeholders for what people check by hand share an identifier, not a name.
        self.rule.managed.is_some_and(|rule| rule.is_implemented() || self.rule.name == other.rule.name)
            && self.rule.identifier == other.rule.identifier
            && self.rule.scope == other.rule.scope
            && self.unclear == other.unclear
            && self.open_parameters == other.open_parameters
            && same(&self.rule.parameters, &other.rule.parameters)
    }
}

fn same(one: &InputParameters, other: &InputParameters) -> bool {
    one.iter().count() == other.iter().count()
        && one.iter().all(|(name, value)| other.get(name) == Some(value))
}

/// Adds rules, except those that are there already with the same parameters and scope: packs overlap.
pub(super) fn add_all(entries: &mut Vec<Entry>, more: impl IntoIterator<Item = Entry>) {
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        known.entry(entry.rule.identifier.clone()).or_default().push(index);
    }
    for entry in more {
        let same = known.entry(entry.rule.identifier.clone()).or_default();
        if !same.iter().any(|index| entries[*index].repeats(&entry)) {
            same.push(entries.len());
            entries.push(entry);
        }
    }
}
