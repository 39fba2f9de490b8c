//! The constraints of a parameter: AllowedValues, AllowedPattern, lengths, ranges, and that a number is one.

use super::parameters::{is_number, reads_as_number};
use crate::template::{Diagnostic, Parameter, Span, Text};
use regex_lite::{Regex, RegexBuilder};
use std::collections::HashSet;

/// The longest value that CloudFormation takes, in bytes ("Understand CloudFormation quotas").
const MAX_VALUE: usize = 4_096;

/// A parameter's declaration, and where the value to check came from.
pub(super) struct Constraints<'t> {
    pub declaration: &'t Parameter,
    /// The place that an error points at.
    pub span: Span,
    /// How messages call the source of the value.
    pub source: String,
}

/// Limits the work that patterns may cost: a pattern of the template's author meets values of that author.
pub(super) struct PatternBudget {
    /// Program bytes times value bytes: about a second of the slowest patterns.
    remaining: usize,
}

impl Default for PatternBudget {
    fn default() -> Self {
        Self { remaining: 1 << 31 }
    }
}

impl Constraints<'_> {
    /// Checks the items of a list, or a text as its only item. False if one was refused.
    pub fn check(
        &self,
        items: &[Text],
        patterns: &mut PatternBudget,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        let bytes: usize = items.iter().map(|item| item.len() + 1).sum();
        if bytes > MAX_VALUE + 1 {
            diagnostics.push(self.refuse(format!(
                "the value of the parameter `{}` ({}) has more than {MAX_VALUE} bytes",
                self.declaration.name, self.source
            )));
            return false;
        }
        let pattern = self.pattern(bytes, patterns, diagnostics);
        let allowed = self.declaration.allowed_values.as_ref();
        let allowed = allowed.map(|values| values.iter().map(|(value, _)| &**value).collect());
        let refused = items.iter().find_map(|item| self.check_item(item, pattern.as_ref(), allowed.as_ref()));
        let accepted = refused.is_none();
        diagnostics.extend(refused);
        accepted
    }

    fn check_item(
        &self,
        item: &str,
        pattern: Option<&Regex>,
        allowed: Option<&HashSet<&str>>,
    ) -> Option<Diagnostic> {
        let declaration = self.declaration;
        if is_number(&declaration.parameter_type) {
            let Some(number) = reads_as_number(item) else {
                return Some(self.refuse(format!("{} must be a number", self.subject(item))));
            };
            if let Some(min) = declaration.min_value.filter(|min| number < *min) {
                return Some(
                    self.refuse(format!("{} must be at least {min} (MinValue)", self.subject(item))),
                );
            }
            if let Some(max) = declaration.max_value.filter(|max| number > *max) {
                return Some(self.refuse(format!("{} must be at most {max} (MaxValue)", self.subject(item))));
            }
        } else if declaration.parameter_type.as_ref() == "String" {
            let length = item.chars().count() as u64;
            if let Some(min) = declaration.min_length.filter(|min| length < *min) {
                let message =
                    format!("{} must have at least {min} characters (MinLength)", self.subject(item));
                return Some(self.refuse(message));
            }
            if let Some(max) = declaration.max_length.filter(|max| length > *max) {
                let message =
                    format!("{} must have at most {max} characters (MaxLength)", self.subject(item));
                return Some(self.refuse(message));
            }
        }
        if allowed.is_some_and(|allowed| !allowed.contains(item)) {
            let values = declaration.allowed_values.as_deref().unwrap_or_default();
            let message =
                format!("{} is not one of its AllowedValues{}", self.subject(item), self.list(values));
            let diagnostic = self.refuse(message);
            return Some(match values.first() {
                Some((_, span)) => diagnostic.related(*span, "the values that are allowed"),
                None => diagnostic,
            });
        }
        if let Some(pattern) = pattern
            && !pattern.is_match(item)
            && let Some((text, span)) = &declaration.allowed_pattern
        {
            let message =
                format!("{} does not match its AllowedPattern `{}`", self.subject(item), shorten(text));
            return Some(self.refuse(message).related(*span, "the pattern"));
        }
        None
    }

    /// The pattern, ready to match a whole value of `bytes` bytes, or a warning that says why it is not checked.
    ///
    /// CloudFormation takes Java's regular expressions. The engine here runs in time linear in the value, and
    /// so knows no look-around and no back-references.
    fn pattern(
        &self,
        bytes: usize,
        budget: &mut PatternBudget,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Regex> {
        let (text, span) = self.declaration.allowed_pattern.as_ref()?;
        let whole = format!("^(?:{text})$");
        // The smallest limit that the pattern fits in stands for the size of its program, which can't be asked.
        let compiled = [16 << 10, 64 << 10, 256 << 10].into_iter().find_map(|limit| {
            let regex = RegexBuilder::new(&whole).size_limit(limit).build().ok()?;
            Some((regex, limit))
        });
        let affordable = compiled.and_then(|(regex, size)| {
            budget.remaining = budget.remaining.checked_sub(size * bytes)?;
            Some(regex)
        });
        if affordable.is_none() {
            let message = format!(
                "the AllowedPattern of the parameter `{}` uses what only Java's regular expressions have, or is \
                 too large: it is not checked",
                self.declaration.name
            );
            diagnostics.push(Diagnostic::warning(*span, message));
        }
        affordable
    }

    /// How messages call a value and its source. The value of a secret is not shown.
    fn subject(&self, item: &str) -> String {
        let name = &self.declaration.name;
        if self.declaration.no_echo {
            format!("the value of the parameter `{name}` ({})", self.source)
        } else {
            format!("the value `{}` of the parameter `{name}` ({})", shorten(item), self.source)
        }
    }

    fn list(&self, allowed: &[(Text, Span)]) -> String {
        // The allowed values of a secret are a guess at it.
        if self.declaration.no_echo || allowed.len() > 12 {
            return String::new();
        }
        let values: Vec<_> = allowed.iter().map(|(value, _)| format!("`{}`", shorten(value))).collect();
        format!(": {}", values.join(", "))
    }

    fn refuse(&self, message: String) -> Diagnostic {
        let diagnostic = Diagnostic::error(self.span, message);
        match &self.declaration.constraint_description {
            Some(description) => diagnostic.help(shorten(description)),
            None => diagnostic,
        }
    }
}

/// Text for a message: one line, and not more than a line.
pub(super) fn shorten(text: &str) -> String {
    const MAX: usize = 100;
    let mut short: String = text.chars().take(MAX).flat_map(char::escape_debug).collect();
    if text.chars().nth(MAX).is_some() {
        short.push('…');
    }
    short
}
