//! The section Mappings: two levels of keys, and text or lists as leaves.

use super::{MOST_ENTRIES, Parser};
use crate::template::{Content, Entry, Map, Node};

impl Parser {
    /// Reads `Mappings`.
    pub(super) fn mappings(&mut self, value: Node) {
        let entries = self.entries(value, "Mappings", None);
        self.at_most(MOST_ENTRIES, "mappings", &entries);
        for mapping in &entries {
            self.name("mapping name", &mapping.key, mapping.key_span);
            self.level(mapping, "mapping", |parser, key| {
                parser.level(key, "top-level key", Parser::leaf);
            });
        }
        self.template.mappings = Map { entries };
    }

    /// Checks that an entry is a map, and each of its entries.
    fn level(&mut self, entry: &Entry<Node>, kind: &str, inner: fn(&mut Self, &Entry<Node>)) {
        match &entry.value.content {
            Content::Map(map) => {
                if map.is_empty() {
                    self.error(entry.value.span, format!("{kind} `{}` has no entries", entry.key));
                }
                self.at_most(MOST_ENTRIES, "keys in a mapping", &map.entries);
                for key in map.iter().filter(|key| &*key.key != "Fn::Transform") {
                    inner(self, key);
                }
            }
            Content::Null => self.null(entry.value.span, kind),
            _ => {
                let message = format!("{kind} `{}` has to be a map, found {}", entry.key, entry.value.kind());
                self.error(entry.value.span, message);
            }
        }
    }

    fn leaf(&mut self, entry: &Entry<Node>) {
        match &entry.value.content {
            Content::Map(_) => {
                let message = format!(
                    "a mapping has two levels of keys, so `{}` has to be text or a list, found a map",
                    entry.key
                );
                self.error(entry.value.span, message);
            }
            Content::Null => self.null(entry.value.span, "a value of a mapping"),
            _ => {}
        }
    }
}
