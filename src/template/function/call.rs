//! The arguments of a call: how many there are and of which kinds, with errors that name the function.

use super::shape::{is_call, short, what};
use crate::template::{Content, Diagnostic, Entry, Node, Span};

/// A call, for errors that name it.
pub(super) struct Call<'a> {
    pub(super) entry: &'a Entry<Node>,
}

impl<'a> Call<'a> {
    pub(super) fn error(&self, span: Span, problem: &str) -> Diagnostic {
        Diagnostic::error(span, format!("`{}` {problem}", self.entry.key))
    }

    pub(super) fn found(&self, expected: &str, count: usize) -> Diagnostic {
        self.error(self.entry.key_span, &format!("needs {expected}, found {count}"))
    }

    /// The errors of several checks, if there are any.
    pub(super) fn all<const COUNT: usize>(
        &self,
        checks: [Option<Diagnostic>; COUNT],
    ) -> Result<(), Vec<Diagnostic>> {
        let errors: Vec<_> = checks.into_iter().flatten().collect();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// The list of arguments.
    pub(super) fn arguments(&self) -> Result<&'a [Node], Vec<Diagnostic>> {
        let value = &self.entry.value;
        value.as_list().ok_or_else(|| {
            vec![self.error(value.span, &format!("needs its arguments in a list, found {}", what(value)))]
        })
    }

    /// Exactly `COUNT` arguments; `expected` tells which.
    pub(super) fn exactly<const COUNT: usize>(
        &self,
        expected: &str,
    ) -> Result<&'a [Node; COUNT], Vec<Diagnostic>> {
        let list = self.arguments()?;
        list.try_into().map_err(|_| vec![self.found(&format!("exactly {expected}"), list.len())])
    }

    /// 2 to 10 conditions.
    pub(super) fn conditions(&self) -> Result<&'a [Node], Vec<Diagnostic>> {
        let list = self.arguments()?;
        if (2..=10).contains(&list.len()) {
            Ok(list)
        } else {
            Err(vec![self.found("2 to 10 conditions", list.len())])
        }
    }

    /// An error unless `node` is text, a number or a boolean.
    pub(super) fn literal(&self, argument: &str, node: &Node) -> Option<Diagnostic> {
        let literal = matches!(
            node.content,
            Content::Text(_) | Content::Integer(_) | Content::Float(_) | Content::Boolean(_)
        );
        (!literal).then(|| {
            self.error(node.span, &format!("needs literal text as {argument}, found {}", what(node)))
        })
    }

    /// An error unless `node` is a scalar, or a function that may give one.
    pub(super) fn scalar(&self, argument: &str, node: &Node) -> Option<Diagnostic> {
        if is_call(node) || self.literal(argument, node).is_none() {
            return None;
        }
        Some(self.error(node.span, &format!("needs text as {argument}, found {}", what(node))))
    }

    /// An error unless `node` is a list, or a function that may give one.
    pub(super) fn list(&self, argument: &str, node: &Node) -> Option<Diagnostic> {
        if is_call(node) || node.as_list().is_some() {
            return None;
        }
        Some(self.error(node.span, &format!("needs a list as {argument}, found {}", what(node))))
    }

    /// An error unless `node` is a whole number from 0, or a function that may give one.
    pub(super) fn index(&self, node: &Node) -> Option<Diagnostic> {
        let fits = match &node.content {
            Content::Integer(number) => *number >= 0,
            Content::Text(text) => !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()),
            _ => is_call(node),
        };
        (!fits).then(|| {
            let found = node.as_text().map_or_else(|| what(node), |text| format!("`{}`", short(text)));
            self.error(node.span, &format!("needs a whole number from 0 as index, found {found}"))
        })
    }
}
