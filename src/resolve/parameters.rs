//! The values of parameters: given or default, checked against their constraints.
//!
//! Facts: the AWS CloudFormation User Guide, "Parameters". A value is always text or a list of text, whatever
//! scalar was written as its default.

use super::constraints::{Constraints, PatternBudget};
use super::value::parse_number;
use super::{Content, Environment, Given, ParameterValue, Passed, Reason, Unknown, Value};
use crate::template::{self, Diagnostic, Span, Text, similar};
use std::collections::HashMap;
use std::sync::Arc;

/// What is known of each parameter, by name.
pub(super) type Parameters<'t> = HashMap<&'t str, Parameter<'t>>;

/// A declared parameter and its value.
pub(super) struct Parameter<'t> {
    /// Its declaration.
    pub declaration: &'t template::Parameter,
    /// Where the value stands in the template, if it is the default.
    origin: Option<Span>,
    /// The value as `Ref` gives it.
    content: Known,
}

/// The value of a parameter.
enum Known {
    Text(Text),
    List(Vec<Text>),
    Unknown(Reason),
    /// What the parent stack passes, where it is not just text.
    Given(Given),
}

impl Parameter<'_> {
    /// The value of a `Ref` at `span`. A secret is shown to conditions only (`reveal`), except that it is
    /// empty: a key that is empty text is no key.
    pub fn value(&self, span: Span, reveal: bool) -> Value {
        let secret = self.declaration.no_echo && !reveal;
        let content = match &self.content {
            Known::Text(text) if secret && text.is_empty() => Content::Text(text.clone()),
            Known::Text(_) | Known::List(_) if secret => {
                let parameter = self.declaration.name.clone();
                Content::Unknown(Arc::new(Unknown { reason: Reason::Secret { parameter }, span }))
            }
            Known::Text(text) => Content::Text(text.clone()),
            Known::List(items) => Content::List(items.iter().map(|item| self.item(item, span)).collect()),
            Known::Given(given) => given.at(span).content,
            Known::Unknown(reason) => Content::Unknown(Arc::new(Unknown { reason: reason.clone(), span })),
        };
        Value { span, origin: self.origin, content }
    }

    /// How many values a `Ref` makes.
    pub fn size(&self) -> usize {
        match &self.content {
            Known::List(items) => 1 + items.len(),
            Known::Given(given) => given.size(),
            _ => 1,
        }
    }

    fn item(&self, text: &Text, span: Span) -> Value {
        Value { span, origin: self.origin, content: Content::Text(text.clone()) }
    }
}

/// Reads the values of the declared parameters and checks them. `more` says that a macro may declare others.
pub(super) fn read<'t>(
    declarations: &'t [template::Parameter],
    environment: &Environment,
    more: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parameters<'t> {
    let mut patterns = PatternBudget::default();
    let mut parameters = Parameters::with_capacity(declarations.len());
    for declaration in declarations {
        let passed = passed(declaration, environment);
        let given = match &passed {
            Some(Ok(text)) => Some(text),
            Some(Err(given)) => {
                let content = Known::Given(given.clone());
                parameters.insert(&*declaration.name, Parameter { declaration, origin: None, content });
                continue;
            }
            None => environment.parameters.get(&*declaration.name),
        };
        let parameter = read_one(declaration, given, environment, &mut patterns, diagnostics);
        parameters.insert(&*declaration.name, parameter);
    }
    if !more {
        report_undeclared(declarations, environment, &parameters, diagnostics);
    }
    parameters
}

/// What the parent stack passes for a parameter: text, or what it knows of it.
fn passed(
    declaration: &template::Parameter,
    environment: &Environment,
) -> Option<Result<ParameterValue, Given>> {
    let given = match environment.passed.as_ref()? {
        Passed::Values(values) => values.get(&declaration.name)?,
        Passed::Unknown(given) => return Some(Err(given.clone())),
    };
    let value = &given.value;
    let text = match value.as_list() {
        Some(items) => {
            items.iter().map(Value::as_text).collect::<Option<Vec<_>>>().map(|items| items.join(","))
        }
        None => value.as_text().map(|text| text.into_owned()),
    };
    Some(match text {
        Some(value) => Ok(ParameterValue { value, given: format!("the stack {}", given.stack) }),
        None if is_list(&declaration.parameter_type) || is_stored(&declaration.parameter_type) => {
            // What can't be split is not known as a whole.
            let unknown =
                value.share_unknown().or_else(|| value.as_list()?.iter().find_map(Value::share_unknown));
            let value = unknown.map_or_else(|| value.clone(), |unknown| Value::because(value.span, unknown));
            Err(Given { stack: given.stack.clone(), value })
        }
        None => Err(given.clone()),
    })
}

fn read_one<'t>(
    declaration: &'t template::Parameter,
    given: Option<&ParameterValue>,
    environment: &Environment,
    patterns: &mut PatternBudget,
    diagnostics: &mut Vec<Diagnostic>,
) -> Parameter<'t> {
    let unknown = |reason| Parameter { declaration, origin: None, content: Known::Unknown(reason) };
    let default = declaration.default.as_ref();
    let (text, origin) = match (given, default) {
        (Some(given), _) => (Text::from(given.value.as_str()), None),
        (None, Some(node)) => match super::evaluate::scalar_text(node) {
            Some(text) => (text, Some(node.span)),
            None => {
                let message = format!(
                    "the default of the parameter `{}` must be text, found {}",
                    declaration.name,
                    node.kind()
                );
                diagnostics.push(Diagnostic::error(node.span, message));
                return unknown(Reason::Error);
            }
        },
        (None, None) if is_stored(&declaration.parameter_type) => {
            return unknown(Reason::StoredParameter { name: declaration.name.clone() });
        }
        (None, None) => return unknown(Reason::Parameter { name: declaration.name.clone() }),
    };

    let is_list = is_list(&declaration.parameter_type);
    let items = if is_list { split_list(&text) } else { vec![text.clone()] };
    let constraints = Constraints {
        declaration,
        span: origin.unwrap_or(declaration.span),
        source: match given {
            Some(given) => format!("given by {}", given.given),
            None => "its default".to_owned(),
        },
    };
    if !constraints.check(&items, patterns, diagnostics) {
        return unknown(Reason::Error);
    }

    if is_stored(&declaration.parameter_type) {
        // The value is only the name under which the real value is stored.
        return match environment.stored_parameters.get(&*text) {
            Some(stored) if is_list => {
                Parameter { declaration, origin: None, content: Known::List(split_list(stored)) }
            }
            Some(stored) => {
                Parameter { declaration, origin: None, content: Known::Text(Text::from(stored.as_str())) }
            }
            None => unknown(Reason::StoredParameter { name: declaration.name.clone() }),
        };
    }
    let content = if is_list { Known::List(items) } else { Known::Text(text) };
    Parameter { declaration, origin, content }
}

/// A parameter that was given but isn't declared is a slip, unless it comes from a file that several stacks
/// share.
fn report_undeclared(
    declarations: &[template::Parameter],
    environment: &Environment,
    parameters: &Parameters,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if let Some(Passed::Values(values)) = &environment.passed {
        let mut undeclared: Vec<_> =
            values.keys().filter(|name| !parameters.contains_key(&***name)).collect();
        undeclared.sort_unstable();
        for name in undeclared {
            let message = format!(
                "the parent stack passes the parameter `{}`, which is not declared",
                name.escape_debug()
            );
            diagnostics.push(Diagnostic::error(super::input::START, message));
        }
    }
    let mut undeclared: Vec<_> =
        environment.parameters.iter().filter(|(name, _)| !parameters.contains_key(name.as_str())).collect();
    undeclared.sort_unstable_by_key(|(name, _)| name.as_str());
    for (name, given) in undeclared {
        let message = format!(
            "the template declares no parameter `{}` (given by {})",
            name.escape_debug(),
            given.given.escape_debug()
        );
        let span =
            declarations.first().map_or(Span { line: 1, column: 1, ..Span::default() }, |first| first.span);
        let diagnostic = match given.given.as_str() {
            "--parameter" => Diagnostic::error(span, message),
            _ => Diagnostic::warning(span, message),
        };
        diagnostics.push(
            match similar(name, declarations.iter().take(500).map(|declaration| &*declaration.name)) {
                Some(nearest) => diagnostic.help(format!("did you mean `{nearest}`?")),
                None => diagnostic,
            },
        );
    }
}

/// Splits a list at its commas; CloudFormation trims every item and knows no way to write a comma in one.
pub(super) fn split_list(text: &str) -> Vec<Text> {
    text.split(',').map(|item| Text::from(item.trim())).collect()
}

/// The type whose values are stored, for `AWS::SSM::Parameter::Value<type>`.
fn stored_type(parameter_type: &str) -> Option<&str> {
    parameter_type.strip_prefix("AWS::SSM::Parameter::Value<")?.strip_suffix('>')
}

/// Whether the parameter's own value is only a name in the Parameter Store.
fn is_stored(parameter_type: &str) -> bool {
    stored_type(parameter_type).is_some()
}

/// Whether `Ref` gives a list.
fn is_list(parameter_type: &str) -> bool {
    let item_type = stored_type(parameter_type).unwrap_or(parameter_type);
    item_type == "CommaDelimitedList" || item_type.starts_with("List<")
}

/// Whether values must be numbers.
pub(super) fn is_number(parameter_type: &str) -> bool {
    matches!(parameter_type, "Number" | "List<Number>")
}

/// Whether `text` is a number, as the type `Number` demands.
pub(super) fn reads_as_number(text: &str) -> Option<f64> {
    parse_number(text.trim())
}
