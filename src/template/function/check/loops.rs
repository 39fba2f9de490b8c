//! The shape of `Fn::ForEach::…`, wherever a loop may stand.

use super::{Checker, Place};
use crate::template::function::is_loop;
use crate::template::function::shape::is_call;
use crate::template::{Context, Entry, LoopSection, Map, Node, Span, Text};

impl<'a> Checker<'a> {
    /// Checks a loop in a section: its fragments are resources, outputs or conditions.
    pub(super) fn section_loop(&mut self, key: &'a Text, span: Span, body: &'a Node, section: LoopSection) {
        let Some(fragment) = self.loop_shape(key, span, body) else { return };
        for entry in fragment {
            if is_loop(&entry.key) {
                self.section_loop(&entry.key, entry.key_span, &entry.value, section);
                continue;
            }
            match section {
                LoopSection::Conditions => self.condition(&entry.value, Context::Condition),
                LoopSection::Resources => self.fragment(entry, "Type"),
                LoopSection::Outputs => self.fragment(entry, "Value"),
            }
        }
    }

    /// Checks a resource or output that a loop repeats.
    fn fragment(&mut self, entry: &'a Entry<Node>, required: &str) {
        match entry.value.as_map() {
            Some(map) if map.get(required).is_none() && map.get("Fn::Transform").is_none() => {
                self.error(entry.key_span, format!("`{}` needs {required}", entry.key));
            }
            Some(_) => {}
            None => {
                let message = format!("`{}` has to be a map, found {}", entry.key, entry.value.kind());
                self.error(entry.value.span, message);
            }
        }
        self.value(&entry.value, Place::Resource);
    }

    /// Checks a loop among the keys of a value.
    pub(super) fn property_loop(&mut self, entry: &'a Entry<Node>, place: Place) {
        let Some(fragment) = self.loop_shape(&entry.key, entry.key_span, &entry.value) else { return };
        for entry in fragment {
            if is_loop(&entry.key) {
                self.property_loop(entry, place);
            } else {
                self.value(&entry.value, place);
            }
        }
    }

    /// Checks `[Identifier, Collection, {Key: Fragment}]`, and gives the fragments.
    fn loop_shape(&mut self, key: &Text, span: Span, body: &'a Node) -> Option<&'a Map<Node>> {
        self.needs_extensions(span, "`Fn::ForEach`");
        let Some([identifier, collection, fragment]) = body.as_list() else {
            let found = body.as_list().map_or(body.kind().to_string(), |items| items.len().to_string());
            let message = format!(
                "`{key}` needs a list of exactly three members (identifier, collection, map of what to repeat), found {found}"
            );
            self.error(span, message);
            return None;
        };
        if identifier.as_text().is_none_or(|text| text.is_empty()) {
            let message = format!("`{key}` needs text as identifier, found {}", identifier.kind());
            self.error(identifier.span, message);
        }
        if collection.as_list().is_some() || is_call(collection) {
            self.value(collection, Place::Condition);
        } else {
            let message = format!(
                "`{key}` needs a list as collection, or a function that gives one, found {}",
                collection.kind()
            );
            self.error(collection.span, message);
        }
        let Some(fragments) = fragment.as_map() else {
            let message =
                format!("`{key}` needs a map of what to repeat as third member, found {}", fragment.kind());
            self.error(fragment.span, message);
            return None;
        };
        Some(fragments)
    }
}
