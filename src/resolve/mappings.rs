//! The section Mappings, indexed: templates look things up thousands of times.

use crate::template::{Content, Map, Node, Text};
use std::collections::HashMap;

/// The mappings of a template.
pub(super) struct Mappings<'t> {
    mappings: HashMap<&'t str, Mapping<'t>>,
    /// The macro that adds mappings.
    added_by: Option<Text>,
}

struct Mapping<'t> {
    levels: HashMap<&'t str, HashMap<&'t str, &'t Node>>,
    /// The macro that adds entries to it.
    added_by: Option<Text>,
}

/// What a look-up found.
pub(super) enum Found<'t> {
    /// A leaf: text or a list.
    Leaf(&'t Node),
    /// Nothing, but a macro that can't be run here could add it.
    Macro(Text),
    /// Nothing: no such mapping, no such first key, no such second key.
    Nothing,
}

impl<'t> Mappings<'t> {
    /// Indexes the section; `added_by` is a macro that may add mappings to it.
    pub fn new(section: &'t Map<Node>, added_by: Option<Text>) -> Self {
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
            _ => mapping.added_by.clone().or_else(|| self.added_by.clone()).map_or(Found::Nothing, Found::Macro),
        }
    }
}

impl<'t> Mapping<'t> {
    fn new(node: &'t Node) -> Self {
        let mut levels = HashMap::new();
        let mut added_by = None;
        for top in node.as_map().into_iter().flatten() {
            if &*top.key == "Fn::Transform" {
                added_by = Some(macro_name(&top.value));
                continue;
            }
            let mut entries = HashMap::new();
            for leaf in top.value.as_map().into_iter().flatten() {
                if &*leaf.key == "Fn::Transform" {
                    added_by = Some(macro_name(&leaf.value));
                }
                entries.insert(&*leaf.key, &leaf.value);
            }
            levels.insert(&*top.key, entries);
        }
        Self { levels, added_by }
    }
}

/// The name of the macro that the body of a `Fn::Transform` calls.
pub(super) fn macro_name(node: &Node) -> Text {
    let name = node.as_map().and_then(|map| map.get("Name")).and_then(Node::as_text);
    name.cloned().unwrap_or_else(|| Text::from("Fn::Transform"))
}
