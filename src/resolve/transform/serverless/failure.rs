//! Why SAM refuses a template or a part of it.

use crate::template::{Diagnostic, Level, Span};

/// One or more errors.
#[derive(Debug, Default)]
pub(super) struct Failure {
    diagnostics: Vec<Diagnostic>,
}

impl Failure {
    /// A single error.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Failure { diagnostics: vec![Diagnostic::error(span, message)] }
    }

    /// Adds an error.
    #[inline(never)]
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds the errors of another.
    #[inline(never)]
    pub fn append(&mut self, mut other: Failure) {
        self.diagnostics.append(&mut other.diagnostics);
    }

    /// Adds the errors of a result, if there are any.
    pub fn note(&mut self, result: Result<(), Failure>) {
        if let Err(failure) = result {
            self.append(failure);
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// `value` if there is no error.
    pub fn or<T>(self, value: T) -> Result<T, Failure> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }

    /// The errors: warnings only where a macro may still change what SAM gets to see.
    pub fn into_diagnostics(self, is_changed_before: bool) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics;
        if is_changed_before {
            diagnostics.iter_mut().for_each(|diagnostic| diagnostic.level = Level::Warning);
        }
        diagnostics
    }
}

impl From<Diagnostic> for Failure {
    fn from(diagnostic: Diagnostic) -> Self {
        Failure { diagnostics: vec![diagnostic] }
    }
}
