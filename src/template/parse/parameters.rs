//! The section Parameters.

use super::{MOST_ENTRIES, Parser};
use crate::template::{Content, Diagnostic, Entry, Node, Parameter, Span, Text};

const ATTRIBUTES: [&str; 11] = [
    "Type",
    "Default",
    "Description",
    "NoEcho",
    "AllowedValues",
    "AllowedPattern",
    "ConstraintDescription",
    "MinLength",
    "MaxLength",
    "MinValue",
    "MaxValue",
];

/// The longest value of a parameter, in bytes.
const LONGEST_VALUE: usize = 4096;

impl Parser {
    /// Reads `Parameters`.
    pub(super) fn parameters(&mut self, value: Node) {
        let entries = self.entries(value, "Parameters", None);
        self.at_most(MOST_ENTRIES, "parameters", &entries);
        for entry in entries {
            self.parameter(entry);
        }
    }

    fn parameter(&mut self, mut entry: Entry<Node>) {
        if entry.key.starts_with("AWS::") {
            let message =
                format!("parameter `{}`: names that begin with `AWS::` belong to CloudFormation", entry.key);
            self.error(entry.key_span, message);
        } else if &*entry.key == "Fn::Transform" {
            self.error(entry.key_span, "`Fn::Transform` can't bring parameters");
            return;
        } else {
            self.name("parameter name", &entry.key, entry.key_span);
        }
        let Some(map) = self.body(&mut entry, "parameter") else { return };
        let mut parameter = Parameter {
            name: entry.key,
            span: entry.key_span,
            parameter_type: Text::from(""),
            default: None,
            no_echo: false,
            allowed_values: None,
            allowed_pattern: None,
            constraint_description: None,
            min_length: None,
            max_length: None,
            min_value: None,
            max_value: None,
        };
        let mut parameter_type = None;
        for attribute in map.entries {
            if &*attribute.key == "Type" {
                parameter_type = Some(attribute.value);
            } else {
                self.parameter_attribute(&mut parameter, attribute);
            }
        }
        match parameter_type {
            Some(Node { content: Content::Text(name), span }) => {
                self.parameter_type(&name, span);
                parameter.parameter_type = name;
            }
            Some(other) => {
                let message = format!("the Type of a parameter has to be text, found {}", other.kind());
                self.error(other.span, message);
            }
            None => self.error(parameter.span, format!("parameter `{}` has no Type", parameter.name)),
        }
        self.template.parameters.push(parameter);
    }

    fn parameter_attribute(&mut self, parameter: &mut Parameter, attribute: Entry<Node>) {
        let Entry { key, value, .. } = &attribute;
        match &**key {
            "Default" => {
                self.constraint(key, value, scalar_text);
                if value.as_text().is_some_and(|text| text.len() > LONGEST_VALUE) {
                    self.warning(value.span, format!("Default is longer than {LONGEST_VALUE} bytes"));
                }
                if scalar_text(value).is_some() {
                    parameter.default = Some(attribute.value);
                }
            }
            "Description" => {
                self.constraint(key, value, scalar_text);
            }
            "NoEcho" => match boolean(value) {
                Some(no_echo) => parameter.no_echo = no_echo,
                None => {
                    // Better a secret too many than one in a report.
                    parameter.no_echo = true;
                    self.wrong_constraint(key, value, "true or false");
                }
            },
            "AllowedValues" => parameter.allowed_values = self.allowed_values(value),
            "AllowedPattern" => {
                parameter.allowed_pattern =
                    self.constraint(key, value, scalar_text).map(|text| (text, value.span));
            }
            "ConstraintDescription" => {
                parameter.constraint_description = self.constraint(key, value, scalar_text)
            }
            "MinLength" => parameter.min_length = self.length(key, value),
            "MaxLength" => parameter.max_length = self.length(key, value),
            "MinValue" => parameter.min_value = self.number(key, value),
            "MaxValue" => parameter.max_value = self.number(key, value),
            _ => self.unknown_attribute("a parameter", &attribute, &ATTRIBUTES),
        }
    }

    /// Warns of a type that this version doesn't know, unless it is surely wrong.
    fn parameter_type(&mut self, name: &str, span: Span) {
        let known =
            matches!(name, "String" | "Number" | "CommaDelimitedList" | "List<Number>" | "List<String>")
                || name.starts_with("AWS::SSM::Parameter::")
                || name.starts_with("AWS::") && name.split("::").count() >= 3
                || name.strip_prefix("List<AWS::").is_some_and(|rest| rest.ends_with('>'));
        if !known {
            let diagnostic =
                Diagnostic::error(span, format!("unknown parameter type `{}`", super::short(name)));
            let diagnostic = match super::similar(name, ["String", "Number", "CommaDelimitedList", "List<Number>"]) {
                Some(known) => diagnostic.help(format!("did you mean `{known}`?")),
                None => diagnostic.help(
                    "expected String, Number, CommaDelimitedList, List<Number>, an AWS-specific type or AWS::SSM::Parameter::Value<…>",
                ),
            };
            self.unless_macro(diagnostic);
        }
    }

    fn allowed_values(&mut self, value: &Node) -> Option<Vec<(Text, Span)>> {
        let Some(items) = value.as_list() else {
            self.wrong_constraint("AllowedValues", value, "a list");
            return None;
        };
        let mut allowed = Vec::with_capacity(items.len());
        for item in items {
            if let Some(text) = self.constraint("an item of AllowedValues", item, scalar_text) {
                allowed.push((text, item.span));
            }
        }
        Some(allowed)
    }

    fn length(&mut self, key: &str, value: &Node) -> Option<u64> {
        let length = scalar_text(value).and_then(|text| text.parse().ok());
        if length.is_none() {
            self.wrong_constraint(key, value, "a whole number from 0");
        }
        length
    }

    fn number(&mut self, key: &str, value: &Node) -> Option<f64> {
        let number =
            scalar_text(value).and_then(|text| text.parse().ok()).filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.wrong_constraint(key, value, "a number");
        }
        number
    }

    fn constraint(&mut self, key: &str, value: &Node, read: fn(&Node) -> Option<Text>) -> Option<Text> {
        let read = read(value);
        if read.is_none() {
            self.wrong_constraint(key, value, "text");
        }
        read
    }

    fn wrong_constraint(&mut self, key: &str, value: &Node, expected: &str) {
        if value.content == Content::Null {
            self.null(value.span, key);
            return;
        }
        let found =
            value.as_text().map_or(value.kind().to_string(), |text| format!("`{}`", super::short(text)));
        let diagnostic = Diagnostic::error(value.span, format!("{key} has to be {expected}, found {found}"));
        let call = value.as_map().and_then(|map| map.entries.first());
        let is_call = call.is_some_and(|entry| &*entry.key == "Ref" || entry.key.starts_with("Fn::"));
        let diagnostic =
            if is_call { diagnostic.help("parameters can't hold functions") } else { diagnostic };
        self.diagnostics.push(diagnostic);
    }
}

/// The text that a scalar is in the end: `3` is "3", `true` is "true".
fn scalar_text(node: &Node) -> Option<Text> {
    match &node.content {
        Content::Text(text) => Some(text.clone()),
        Content::Boolean(value) => Some(Text::from(value.to_string())),
        Content::Integer(value) => Some(Text::from(value.to_string())),
        Content::Float(value) => Some(Text::from(value.to_string())),
        Content::Null | Content::List(_) | Content::Map(_) => None,
    }
}

fn boolean(node: &Node) -> Option<bool> {
    match &node.content {
        Content::Boolean(value) => Some(*value),
        Content::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Content::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}
