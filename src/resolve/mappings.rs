//! The section Mappings, indexed: templates look things up thousands of times.

use super::{Reason, Unknown};
use crate::template::{Content, Entry, Map, Node, Text};
use std::collections::HashMap;
use std::sync::Arc;

/// The mappings of a template.
pub(super) struct Mappings<'t> {
    mappings: HashMap<&'t str, Mapping<'t>>,
    /// The macro that adds mappings.
    added_by: Option<Arc<Unknown>>,
}

struct Mapping<'t> {
    levels: HashMap<&'t str, HashMap<&'t str, &'t Node>>,
    /// The macro that adds entries to it.
    added_by: Option<Arc<Unknown>>,
}

/// What a look-up found.
pub(super) enum Found<'t> {
    /// A leaf: text or a list.
    Leaf(&'t Node),
    /// Nothing, but a macro that can't be run here could add it.
    Macro(Arc<Unknown>),
    /// Nothing: no such mapping, no such first key, no such second key.
    Nothing,
}

impl<'t> Mappings<'t> {
    /// Indexes the section; `added_by` is a macro that may add mappings to it.
    pub fn new(section: &'t Map<Node>, added_by: Option<Arc<Unknown>>) -> Self {
        let mappings = section.iter().map(|entry| (&*entry.key, Mapping::new(&entry.value))).collect();
        Self { mappings, added_by }
    }

    /// Looks up `Fn::FindInMap`'s three names. A leaf that is `null` counts as missing.
    pub fn find(&self, mapping: &str, top: &str, second: &str) -> Found<'t> {
        let Some(mapping) = self.mappings.get(mapping) else {
            return self.added_by.clone().map_or(Found::Nothing, Found::Macro);
        };
        match mapping.levels.get(top).and_then(|entries| entries.get(second)) {
            Some(leaf) if !matches!(leaf.content, Content::Null) => Found::Leaf(leaf),
            _ => mapping
                .added_by
                .clone()
                .or_else(|| self.added_by.clone())
                .map_or(Found::Nothing, Found::Macro),
        }
    }
}

impl<'t> Mapping<'t> {
    fn new(node: &'t Node) -> Self {
        let mut levels = HashMap::new();
        let mut added_by = None;
        for top in node.as_map().into_iter().flatten() {
            if &*top.key == "Fn::Transform" {
                added_by = Some(called(top));
                continue;
            }
            let mut entries = HashMap::new();
            for leaf in top.value.as_map().into_iter().flatten() {
                if &*leaf.key == "Fn::Transform" {
                    added_by = Some(called(leaf));
                }
                entries.insert(&*leaf.key, &leaf.value);
            }
            levels.insert(&*top.key, entries);
        }
        Self { levels, added_by }
    }
}

/// What a `Fn::Transform` brings is not known.
fn called(entry: &Entry<Node>) -> Arc<Unknown> {
    let reason = Reason::Macro { name: macro_name(&entry.value) };
    Arc::new(Unknown { reason, span: entry.key_span })
}

/// The name of the macro that the body of a `Fn::Transform` calls.
pub(super) fn macro_name(node: &Node) -> Text {
    let name = node.as_map().and_then(|map| map.get("Name")).and_then(Node::as_text);
    name.cloned().unwrap_or_else(|| Text::from("Fn::Transform"))
}
