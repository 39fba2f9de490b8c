//! The definition of a state machine as lines of JSON, with substitutions for what CloudFormation has to work out.

use super::super::intrinsics::is_call;
use super::super::logical_id;
use super::super::tree::{join, text};
use crate::template::{Content, Map, Node, Span};

/// The lines, joined, and the substitutions in them.
pub(super) fn write(definition: &Node) -> (Node, Map<Node>) {
    let mut definition = definition.clone();
    let mut substitutions = Map::default();
    substitute(&mut definition, &mut substitutions);
    let mut lines = Lines { span: definition.span, lines: Vec::new(), current: String::new() };
    lines.node(&definition, 0);
    lines.end();
    let Lines { span, lines, .. } = lines;
    (join(span, "\n", lines), substitutions)
}

/// Puts `${definition_substitution_1}` and so on in the place of functions and dynamic references, in the order of the
/// keys.
fn substitute(node: &mut Node, substitutions: &mut Map<Node>) {
    match &mut node.content {
        Content::Map(map) => {
            let mut order: Vec<usize> = (0..map.entries.len()).collect();
            order.sort_by_cached_key(|index| map.entries.get(*index).map(|entry| entry.key.clone()));
            for index in order {
                if let Some(entry) = map.entries.get_mut(index) {
                    substitute_one(&mut entry.value, substitutions);
                }
            }
        }
        Content::List(items) => items.iter_mut().for_each(|item| substitute_one(item, substitutions)),
        _ => {}
    }
}

fn substitute_one(node: &mut Node, substitutions: &mut Map<Node>) {
    if !is_call(node) && !is_dynamic_reference(node) {
        substitute(node, substitutions);
        return;
    }
    let name = format!("definition_substitution_{}", substitutions.len() + 1);
    let span = node.span;
    let placeholder = text(span, format!("${{{name}}}"));
    let value = std::mem::replace(node, placeholder);
    substitutions.entries.push(super::super::tree::entry(span, name, value));
}

/// Whether a text is `{{resolve:…}}` from end to end.
fn is_dynamic_reference(node: &Node) -> bool {
    node.as_text().is_some_and(|text| text.starts_with("{{resolve:") && text.ends_with("}}"))
}

/// JSON with an indent of four blanks and sorted keys, line by line.
struct Lines {
    span: Span,
    lines: Vec<Node>,
    current: String,
}

impl Lines {
    fn end(&mut self) {
        let line = std::mem::take(&mut self.current);
        self.lines.push(text(self.span, line));
    }

    fn start(&mut self, depth: usize) {
        self.end();
        self.current.push_str(&"    ".repeat(depth));
    }

    fn node(&mut self, node: &Node, depth: usize) {
        match &node.content {
            Content::List(items) if !items.is_empty() => {
                self.current.push('[');
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        self.current.push(',');
                    }
                    self.start(depth + 1);
                    self.node(item, depth + 1);
                }
                self.start(depth);
                self.current.push(']');
            }
            Content::Map(map) if !map.is_empty() => {
                let mut entries: Vec<_> = map.iter().collect();
                entries.sort_unstable_by(|left, right| left.key.cmp(&right.key));
                self.current.push('{');
                for (index, entry) in entries.into_iter().enumerate() {
                    if index > 0 {
                        self.current.push(',');
                    }
                    self.start(depth + 1);
                    let key = text(entry.key_span, entry.key.clone());
                    self.current.push_str(&logical_id::json(&key));
                    self.current.push_str(": ");
                    self.node(&entry.value, depth + 1);
                }
                self.start(depth);
                self.current.push('}');
            }
            _ => self.current.push_str(&logical_id::json(node)),
        }
    }
}
