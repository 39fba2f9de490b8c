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
