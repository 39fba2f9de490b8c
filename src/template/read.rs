//! Text to tree: JSON or YAML, whichever the text is.

use super::limits::{MAX_BYTES, MAX_DEPTH, MAX_NODES};
use super::{Diagnostic, FileId, Node, Span, json, yaml};

/// What a text was read into.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// The tree: none if the text can't be read or holds nothing.
    pub root: Option<Node>,
    /// What is wrong or odd with the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a text has no tree.
pub(super) struct Failure {
    diagnostic: Diagnostic,
    /// Whether the text is not in the language, and not merely too much of it.
    syntax: bool,
}

impl Failure {
    pub(super) fn syntax(span: Span, message: impl Into<String>) -> Self {
        Failure { diagnostic: Diagnostic::error(span, message), syntax: true }
    }

    pub(super) fn limit(span: Span, message: impl Into<String>) -> Self {
        Failure { diagnostic: Diagnostic::error(span, message), syntax: false }
    }

    pub(super) fn too_deep(span: Span) -> Self {
        Self::limit(span, format!("nested more than {MAX_DEPTH} levels deep"))
    }

    pub(super) fn too_many_nodes(span: Span) -> Self {
        Self::limit(span, format!("more than {MAX_NODES} values, which is more than a template can hold"))
    }

    pub(super) fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.related(span, label);
        self
    }

    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.help(help);
        self
    }
}

/// Reads `text`, which has no byte-order mark, into a tree whose spans lie in `file`. Never fails: what is
/// wrong is in the diagnostics.
pub fn read_tree(file: FileId, text: &str) -> Tree {
    let result = if text.len() > MAX_BYTES {
        let start = Span { file, line: 1, column: 1, ..Span::default() };
        Err(Failure::limit(
            start,
            format!(
                "{} bytes long; no more than {MAX_BYTES} are read, and CloudFormation takes 1 MB",
                text.len()
            ),
        ))
    } else if text.trim_start().starts_with(['{', '[']) {
        json::read(file, text).or_else(|failure| json_as_yaml(file, text, failure))
    } else {
        yaml::read(file, text)
    };
    result.unwrap_or_else(|failure| Tree { root: None, diagnostics: vec![failure.diagnostic] })
}

/// JSON with trailing commas or comments of YAML is YAML. If it is neither, the error further on is told:
/// that language was the right one for longer.
fn json_as_yaml(file: FileId, text: &str, failure: Failure) -> Result<Tree, Failure> {
    if !failure.syntax {
        return Err(failure);
    }
    yaml::read(file, text).map_err(|other| {
        if !other.syntax || other.diagnostic.span.start > failure.diagnostic.span.start {
            other
        } else {
            failure
        }
    })
}
