//! Files of parameter values, in the shapes that people have them for other tools.
//!
//! * the AWS CLI's list of `{ParameterKey, ParameterValue}`, or a list of `"Key=Value"`
//! * CodePipeline's template configuration file, `{"Parameters": {…}}`
//! * Git sync's stack deployment file, `parameters: {…}` beside `template-file-path`
//! * SAM's `samconfig.toml` or `samconfig.yaml`, its `parameter_overrides`
//! * a plain map of names to values
//!
//! Whichever it is, in JSON, YAML or TOML, it is read into the tree that templates are read into: scalars mean
//! the same as in a template, and every value has a line. Messages never show values: they may be secrets.

use super::ParameterValue;
use super::evaluate::scalar_text;
use super::sam_config;
use crate::template::{Diagnostic, FileId, Map, Node, Span, read_tree};
use std::collections::HashMap;

/// Values of parameters, by name.
pub type ParameterValues = HashMap<String, ParameterValue>;

/// Reads the parameter values in `text`; `name` is what messages call the file. Spans of the errors lie in `text`
/// without its byte-order mark.
///
/// # Errors
///
/// All that keeps the file from being read as one of the shapes above.
pub fn read_parameter_file(name: &str, text: &str) -> Result<ParameterValues, Vec<Diagnostic>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_toml = name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("toml"));
    let (root, diagnostics) = if is_toml {
        (Some(sam_config::read_toml(text).map_err(|diagnostic| vec![diagnostic])?), Vec::new())
    } else {
        let tree = read_tree(FileId::TEMPLATE, text);
        (tree.root, tree.diagnostics)
    };
    let mut errors: Vec<_> = diagnostics.into_iter().filter(Diagnostic::is_error).collect();
    let mut reader = Reader { name, values: HashMap::new(), errors: Vec::new() };
    if let Some(root) = root.filter(|_| errors.is_empty()) {
        reader.file(&root);
    }
    errors.append(&mut reader.errors);
    if errors.is_empty() { Ok(reader.values) } else { Err(errors) }
}

/// What is read so far.
pub(super) struct Reader<'f> {
    name: &'f str,
    values: ParameterValues,
    errors: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn file(&mut self, root: &Node) {
        if let Some(items) = root.as_list() {
            return items.iter().for_each(|item| self.item(item));
        }
        let Some(map) = root.as_map() else {
            return self
                .error(root.span, format!("expected a map or a list of parameters, found {}", root.kind()));
        };
        let inner = |key: &str| map.get(key).filter(|value| value.as_map().is_some());
        if let Some(parameters) = inner("Parameters") {
            self.code_pipeline(parameters);
        } else if let Some(parameters) = inner("parameters") {
            self.map(parameters);
        } else if map.get("template-file-path").is_some() {
            // Git sync's file, of a stack without parameters.
        } else if sam_config::is_sam_config(map) {
            sam_config::read(self, map, root.span);
        } else {
            self.map(root);
        }
    }

    /// An item of a list: `{ParameterKey, ParameterValue}` or `"Key=Value"`.
    pub fn item(&mut self, item: &Node) {
        if let Some(text) = item.as_text() {
            return match text.split_once('=') {
                Some((key, value)) => self.insert(key.trim(), value.to_owned(), item.span),
                None => self.error(item.span, "expected `Key=Value`, found text without `=`"),
            };
        }
        let Some(map) = item.as_map() else {
            let message = format!("expected `Key=Value` or a map with ParameterKey, found {}", item.kind());
            return self.error(item.span, message);
        };
        let Some(key) = map.get("ParameterKey").and_then(scalar_text) else {
            return self
                .error(item.span, "expected a map with ParameterKey and ParameterValue: no ParameterKey");
        };
        let previous = map.get("UsePreviousValue").and_then(scalar_text);
        match map.entry("ParameterValue") {
            Some(entry) => self.value(&key, &entry.value, entry.key_span),
            // The value is the one that the deployed stack has: not known here.
            None if previous.is_some_and(|previous| previous.eq_ignore_ascii_case("true")) => {}
            None => self.error(item.span, format!("`{key}` has neither ParameterValue nor UsePreviousValue")),
        }
    }

    /// CodePipeline's `Parameters`, whose values may be functions of the pipeline: not known here.
    fn code_pipeline(&mut self, parameters: &Node) {
        for entry in parameters.as_map().into_iter().flatten() {
            let is_function = |map: &Map<Node>| map.iter().all(|inner| inner.key.starts_with("Fn::Get"));
            if !entry.value.as_map().is_some_and(is_function) {
                self.value(&entry.key, &entry.value, entry.key_span);
            }
        }
    }

    /// A map of names to values.
    pub fn map(&mut self, parameters: &Node) {
        for entry in parameters.as_map().into_iter().flatten() {
            self.value(&entry.key, &entry.value, entry.key_span);
        }
    }

    /// A value: a scalar, or a list that is joined with commas as CloudFormation takes it.
    fn value(&mut self, key: &str, value: &Node, key_span: Span) {
        let items: Option<Vec<_>> = match value.as_list() {
            Some(items) => items.iter().map(scalar_text).collect(),
            None => scalar_text(value).map(|text| vec![text]),
        };
        match items {
            Some(items) => self.insert(key, items.join(","), key_span),
            None => {
                let found = value.kind();
                self.error(
                    value.span,
                    format!("the value of `{key}` must be text or a list of text, found {found}"),
                );
            }
        }
    }

    /// Notes a value; a later one wins.
    pub fn insert(&mut self, key: &str, value: String, span: Span) {
        if key.is_empty() {
            return self.error(span, "expected the name of a parameter, found nothing before `=`");
        }
        let given = format!("{}:{}", self.name, span.line);
        self.values.insert(key.to_owned(), ParameterValue { value, given });
    }

    pub fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push(Diagnostic::error(span, message));
    }
}
