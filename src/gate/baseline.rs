//! The baseline: findings that were there on the day when a team began with the gate. They don't fail it; new ones do.
//!
//! An entry covers one finding with its identity that is as bad or less. Findings that can't be told apart need as many
//! entries.

use super::{Identity, Origin, Report, Scope, Suppression, path_from};
use crate::evaluate::Compliance;
use crate::template::{FileId, SourceFile, Span};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The version of the file's shape that is written and read.
pub const BASELINE_VERSION: u64 = 1;

/// Why a finding of the baseline doesn't fail.
const REASON: &str = "it was there when the baseline was written";

/// A baseline, as it was read from its file.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The folder in which it lies: the paths in it start there.
    pub root: PathBuf,
    /// The entries, with their places.
    pub entries: Vec<(BaselineEntry, Span)>,
}

/// A finding that a baseline covers, as the file has it. See [`Identity`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct BaselineEntry {
    pub template: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stack: String,
    pub resource: String,
    pub rule: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub property: String,
    pub compliance: Covered,
}

/// How bad a finding of a baseline is, the less bad first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs)]
pub enum Covered {
    InsufficientData,
    NonCompliant,
}

impl Covered {
    /// What has to be covered of a verdict, if anything.
    pub(super) fn of(compliance: Compliance) -> Option<Self> {
        match compliance {
            Compliance::NonCompliant => Some(Covered::NonCompliant),
            Compliance::InsufficientData => Some(Covered::InsufficientData),
            Compliance::Compliant | Compliance::NotApplicable => None,
        }
    }
}

/// What is wrong with the file of a baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaselineError {
    /// What messages call the file.
    pub file: String,
    /// Line and column, from 1.
    pub line: usize,
    /// Column, from 1, in bytes.
    pub column: usize,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
}

impl fmt::Display for BaselineError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let BaselineError { file, line, column, message } = self;
        write!(
            formatter,
            "{file}:{line}:{column}: the baseline can't be read: {message}\n  \
             `cfn-gate baseline` writes it anew"
        )
    }
}

impl std::error::Error for BaselineError {}

#[derive(Deserialize)]
struct Versioned {
    version: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document<'t> {
    #[serde(rename = "$schema", default)]
    _schema: Option<String>,
    #[serde(rename = "version")]
    _version: u64,
    #[serde(borrow)]
    findings: Vec<&'t RawValue>,
}

impl Baseline {
    /// Reads a baseline from the text of `file`, which lies in the folder `root`.
    ///
    /// # Errors
    /// The first thing that is wrong, and where.
    pub fn read(file: SourceFile, root: &Path) -> Result<Self, BaselineError> {
        let text = file.text.as_str();
        let error = |start: usize, error: &serde_json::Error| {
            let begins = Place::of(text, start);
            let (line, column) = match error.line() {
                0 | 1 => (begins.line, begins.column + error.column().saturating_sub(1)),
                line => (begins.line + line - 1, error.column()),
            };
            let message = error.to_string();
            // The line that it names is that of the entry.
            let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(head, _)| head);
            BaselineError {
                file: file.name.clone(),
                line,
                column: column.max(1),
                message: message.to_owned(),
            }
        };
        let versioned: Versioned = serde_json::from_str(text).map_err(|why| error(0, &why))?;
        if let Some(version) = versioned.version.filter(|version| *version != BASELINE_VERSION) {
            let message =
                format!("it has version {version}, and this cfn-gate reads version {BASELINE_VERSION}");
            return Err(BaselineError { file: file.name.clone(), line: 1, column: 1, message });
        }
        let document: Document<'_> = serde_json::from_str(text).map_err(|why| error(0, &why))?;
        let mut entries = Vec::with_capacity(document.findings.len());
        let mut place = Place { line: 1, column: 1, offset: 0 };
        for raw in document.findings {
            let start = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
            let entry = serde_json::from_str(raw.get()).map_err(|why| error(start, &why))?;
            place = place.forward(text, start);
            entries.push((entry, place.span(raw.get().len())));
        }
        Ok(Baseline { root: root.to_owned(), entries, file: Arc::new(file) })
    }

    /// The entries for the findings of `report` that fail, for a file in the folder `root`, in the order in which the file has them.
    pub fn entries_of(report: &Report, root: &Path) -> Vec<BaselineEntry> {
        let mut entries = Vec::new();
        for template in &report.templates {
            let name = path_from(root, template.name());
            for finding in template.findings.iter().filter(|finding| finding.fails) {
                let Some(compliance) = Covered::of(finding.evaluation.compliance) else { continue };
                let identity = Identity::of(&name, &template.stack, &finding.evaluation);
                entries.push(BaselineEntry {
                    template: identity.template.to_owned(),
                    stack: identity.stack.to_owned(),
                    resource: identity.resource.to_owned(),
                    rule: identity.rule.to_owned(),
                    property: identity.property.to_owned(),
                    compliance,
                });
            }
        }
        entries.sort_unstable();
        entries
    }
}

impl BaselineEntry {
    /// Which finding is meant.
    pub fn identity(&self) -> Identity<'_> {
        let BaselineEntry { template, stack, resource, rule, property, .. } = self;
        Identity { template, stack, resource, rule, property }
    }
}

/// A place in a text.
#[derive(Clone, Copy)]
struct Place {
    line: usize,
    column: usize,
    offset: usize,
}

impl Place {
    fn of(text: &str, offset: usize) -> Self {
        Place { line: 1, column: 1, offset: 0 }.forward(text, offset)
    }

    /// The place at `offset`, which is not before this one.
    fn forward(self, text: &str, offset: usize) -> Self {
        let between = text.get(self.offset..offset).unwrap_or_default();
        match between.rfind('\n') {
            None => Place { column: self.column + between.chars().count(), offset, ..self },
            Some(last) => {
                let breaks = between.bytes().filter(|byte| *byte == b'\n').count();
                Place { line: self.line + breaks, column: between[last + 1..].chars().count() + 1, offset }
            }
        }
    }

    fn span(self, length: usize) -> Span {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Span {
            file: FileId::TEMPLATE,
            start: number(self.offset),
            end: number(self.offset + length),
            line: number(self.line),
            column: number(self.column),
        }
    }
}

/// A baseline in use: which of its entries have met their findings.
pub(super) struct Matcher<'a> {
    baseline: &'a Baseline,
    /// The entries that have not met one yet, by identity: those that cover INSUFFICIENT_DATA, those that cover
    /// NON_COMPLIANT; of each the last of the file first.
    open: HashMap<[String; 5], [Vec<usize>; 2]>,
}

impl<'a> Matcher<'a> {
    pub fn new(baseline: &'a Baseline) -> Self {
        let mut open: HashMap<[String; 5], [Vec<usize>; 2]> = HashMap::new();
        for (index, (entry, _)) in baseline.entries.iter().enumerate().rev() {
            open.entry(key(&entry.identity())).or_default()[entry.compliance as usize].push(index);
        }
        Matcher { baseline, open }
    }

    /// What the template called `name` is called in the baseline.
    pub fn template(&self, name: &str) -> String {
        path_from(&self.baseline.root, name)
    }

    /// The entry that covers a finding, which then covers no other.
    pub fn cover(&mut self, identity: &Identity<'_>, compliance: Covered) -> Option<Suppression> {
        let entries = self.open.get_mut(&key(identity))?;
        // The least bad that is bad enough, so that the worse ones stay for worse findings.
        let index = entries[compliance as usize..].iter_mut().find_map(Vec::pop)?;
        let (entry, span) = self.baseline.entries.get(index)?;
        Some(Suppression {
            rule: Some(entry.rule.clone()),
            reason: REASON.into(),
            until: None,
            scope: Scope::Holders,
            origin: Origin::Baseline { file: Arc::clone(&self.baseline.file), span: *span },
        })
    }

    /// The entries that met no finding, with their places, in the order of the file.
    pub fn rest(self) -> impl Iterator<Item = &'a (BaselineEntry, Span)> {
        let mut rest: Vec<usize> = self.open.into_values().flatten().flatten().collect();
        rest.sort_unstable();
        rest.into_iter().filter_map(|index| self.baseline.entries.get(index))
    }
}

fn key(identity: &Identity<'_>) -> [String; 5] {
    let Identity { template, stack, resource, rule, property } = *identity;
    [template, stack, resource, rule, property].map(str::to_owned)
}
