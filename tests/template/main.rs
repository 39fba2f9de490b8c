//! Reading templates: what CloudFormation takes is read as it reads it, what it refuses is an error in the right
//! place.

mod detect;
mod functions;
mod invalid;
mod limits;
mod scalars;
mod sections;
mod yaml;

use cfn_gate::template::{Content, FileId, Node, Template, read_tree};
use std::path::{Path, PathBuf};

/// Where the templates of these tests are.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates").join(name)
}

/// Reads a template of `tests/templates`.
fn template(path: &str) -> Template {
    let text = std::fs::read_to_string(folder(path)).unwrap();
    Template::parse(path, text)
}

/// The diagnostics of a template, one a line, with help and other places below.
fn report(template: &Template) -> String {
    let mut lines = Vec::new();
    for diagnostic in &template.diagnostics {
        let level = if diagnostic.is_error() { "error" } else { "warning" };
        lines.push(format!("{} {level}: {}", diagnostic.span, diagnostic.message));
        lines.extend(diagnostic.help.iter().map(|help| format!("    help: {help}")));
        lines.extend(diagnostic.related.iter().map(|(span, label)| format!("    {span}: {label}")));
    }
    lines.join("\n")
}

/// The tree of `text` as JSON, and its diagnostics.
fn tree(text: &str) -> (serde_json::Value, Vec<String>) {
    let tree = read_tree(FileId::TEMPLATE, text);
    let messages = tree.diagnostics.iter().map(|found| format!("{} {}", found.span, found.message)).collect();
    (tree.root.as_ref().map_or(serde_json::Value::Null, json), messages)
}

fn json(node: &Node) -> serde_json::Value {
    match &node.content {
        Content::Null => serde_json::Value::Null,
        Content::Boolean(value) => (*value).into(),
        Content::Integer(value) => (*value).into(),
        Content::Float(value) => (*value).into(),
        Content::Text(text) => (**text).into(),
        Content::List(items) => items.iter().map(json).collect(),
        Content::Map(map) => map.iter().map(|entry| (entry.key.to_string(), json(&entry.value))).collect(),
    }
}
