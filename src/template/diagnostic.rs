//! What is wrong, or odd, with a template, and where.

use super::Span;

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// CloudFormation takes it, the author should know.
    Warning,
    /// CloudFormation would refuse the template, or it can't be read.
    Error,
}

/// A message about a place in a template: what was found, what was expected, how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad it is.
    pub level: Level,
    /// Where.
    pub span: Span,
    /// What was found and what was expected, in one sentence without a full stop.
    pub message: String,
    /// How to mend it, if the message alone doesn't say.
    pub help: Option<String>,
    /// Other places that matter, each with a few words ("first defined here").
    pub related: Vec<(Span, String)>,
}

impl Diagnostic {
    /// An error at `span`.
    pub fn error(span: Span, message: impl Into<String>) -> Self {
        Self { level: Level::Error, span, message: message.into(), help: None, related: Vec::new() }
    }

    /// A warning at `span`.
    pub fn warning(span: Span, message: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::error(span, message) }
    }

    /// Adds how to mend it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that matters.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Whether CloudFormation would refuse the template for it.
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }
}

/// How many errors and how many warnings a step collects: nobody reads more, and a hostile file has millions.
const MOST: usize = 1000;

/// Diagnostics as they are collected, no more than [`MOST`] of each level.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
}

impl Diagnostics {
    /// Adds one, or only counts it if there are enough.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        let count = if diagnostic.is_error() { &mut self.errors } else { &mut self.warnings };
        *count += 1;
        if *count <= MOST {
            self.list.push(diagnostic);
        } else if *count == MOST + 1 {
            let noun = if diagnostic.is_error() { "errors" } else { "warnings" };
            let message = format!("more than {MOST} {noun}: those after this one are not listed");
            self.list.push(Diagnostic { message, help: None, related: Vec::new(), ..diagnostic });
        }
    }

    /// Whether one more error would not be listed: no use in finding out what to say.
    pub(super) fn is_full(&self) -> bool {
        self.errors > MOST
    }

    /// Whether there is an error.
    pub(super) fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// What was collected.
    pub(crate) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        for diagnostic in diagnostics {
            self.push(diagnostic);
        }
    }
}
