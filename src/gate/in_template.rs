//! Suppressions in a template: `Metadata` of a resource, under `cfn-gate`.
//!
//! An entry that is not entirely understood suppresses nothing, and is warned of.

use super::exceptions::Rules;
use super::{Date, Origin, Scope, Suppression};
use crate::resolve::{Resource, Value};
use crate::template::{Diagnostic, Diagnostics, Entry, SourceFile, Span, Text, similar};
use std::sync::Arc;

/// Our key in `Metadata`.
pub(super) const KEY: &str = "cfn-gate";
/// The keys under it, and those of a suppression.
const KEYS: [&str; 1] = ["suppress"];
const ENTRY_KEYS: [&str; 3] = ["rule", "reason", "until"];

/// Reads the suppressions of one resource.
pub(super) struct Reader<'a> {
    /// The files of the stack.
    pub files: &'a [Arc<SourceFile>],
    /// The rules of the run.
    pub rules: &'a Rules<'a>,
    /// What is wrong with entries.
    pub diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    /// The suppressions in the metadata of `resource`.
    pub fn read(&mut self, resource: &Resource) -> Vec<Suppression> {
        let Some(entry) = resource.metadata.as_ref().and_then(|metadata| metadata.as_map()?.entry(KEY))
        else {
            return Vec::new();
        };
        let Some(settings) = entry.value.as_map() else {
            self.wrong(
                entry.key_span,
                &expected("`cfn-gate`", "a map with the key `suppress`", &entry.value),
            );
            return Vec::new();
        };
        let mut suppressions = Vec::new();
        for entry in settings {
            if &*entry.key != "suppress" {
                self.unknown_key(entry, "`cfn-gate`", &KEYS);
                continue;
            }
            let Some(items) = entry.value.as_list() else {
                self.wrong(entry.key_span, &expected("`suppress`", "a list", &entry.value));
                continue;
            };
            suppressions.extend(items.iter().filter_map(|item| self.suppression(item)));
        }
        suppressions
    }

    /// The suppression that an entry of the list is, if it is understood.
    fn suppression(&mut self, item: &Value) -> Option<Suppression> {
        let Some(entries) = item.as_map() else {
            let message = expected("an entry of `suppress`", "a map with `rule` and `reason`", item);
            self.wrong(item.span, &message);
            return None;
        };
        let mut is_understood = true;
        for entry in entries.iter().filter(|entry| !ENTRY_KEYS.contains(&&*entry.key)) {
            self.unknown_key(entry, "a suppression", &ENTRY_KEYS);
            is_understood = false;
        }
        // A key that is misspelt is not also missing.
        let missing = |what| is_understood.then_some(what);
        let rule = self.text(entries.entry("rule"), item.span, missing("names no rule"));
        let reason = self.text(entries.entry("reason"), item.span, missing("gives no reason"));
        let until = match entries.entry("until") {
            None => Some(None),
            entry => self.text(entry, item.span, None).and_then(|(text, span)| match text.parse::<Date>() {
                Ok(date) => Some(Some(date)),
                Err(message) => {
                    self.wrong(span, &format!("`until` is `{text}`, but {message}"));
                    None
                }
            }),
        };
        let (rule, span) = rule?;
        if !self.rules.is_known(&rule) {
            let help = self.rules.suggestion("", &rule);
            let message = format!("there is no rule `{rule}`, so the entry suppresses nothing");
            self.diagnostics.push(Diagnostic::warning(span, message).help(help));
            return None;
        }
        let (reason, until) = (reason?.0, until?);
        let file = self.files.get(usize::from(span.file.0)).filter(|_| is_understood)?;
        let origin = Origin::Metadata { key: KEY, file: Arc::clone(file), span };
        Some(Suppression { rule: Some(rule), reason, until, scope: Scope::Holders, origin })
    }

    /// The text of an entry, with its place. What there is to say if the entry is `missing`, or blank.
    fn text(
        &mut self,
        entry: Option<&Entry<Value>>,
        item: Span,
        missing: Option<&str>,
    ) -> Option<(String, Span)> {
        let Some(entry) = entry else {
            if let Some(missing) = missing {
                self.complain(item, format!("the entry {missing}, so it suppresses nothing"));
            }
            return None;
        };
        match entry.value.as_text() {
            Some(text) if !text.trim().is_empty() => Some((text.trim().to_owned(), entry.value.span)),
            Some(_) => {
                self.wrong(entry.key_span, &format!("`{}` is blank", entry.key));
                None
            }
            None => {
                self.wrong(entry.value.span, &expected(&format!("`{}`", entry.key), "text", &entry.value));
                None
            }
        }
    }

    fn unknown_key(&mut self, entry: &Entry<Value>, of: &str, known: &[&'static str]) {
        let keys = known.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
        let help = match similar(&entry.key, known.iter().copied()) {
            Some(key) => format!("Did you mean `{key}`?"),
            None => format!("The keys are {keys}."),
        };
        let message =
            format!("`{}` is no key of {of}, so the entry suppresses nothing", shortened(&entry.key));
        self.diagnostics.push(Diagnostic::warning(entry.key_span, message).help(help));
    }

    fn wrong(&mut self, span: Span, what: &str) {
        self.complain(span, format!("{what}, so the entry suppresses nothing"));
    }

    fn complain(&mut self, span: Span, message: String) {
        let help = "A suppression has a `rule`, a `reason`, and, if it shall end, `until` with its last day.";
        self.diagnostics.push(Diagnostic::warning(span, message).help(help));
    }
}

/// That `what` is not as expected.
fn expected(what: &str, wanted: &str, found: &Value) -> String {
    match found.unknown() {
        Some(_) => format!("{what} can't be known before deployment"),
        None => format!("{what} has to be {wanted}, found {}", found.kind()),
    }
}

/// A name in a message.
fn shortened(name: &Text) -> String {
    if name.chars().count() <= 60 { name.to_string() } else { name.chars().take(60).chain(['…']).collect() }
}
