//! The properties of a SAM resource or event: which there are, which of them have to be given, and of which kind they
//! are.

use super::Failure;
use super::intrinsics::is_call;
use crate::resolve::constraints::shorten;
use crate::template::{Content, Diagnostic, Entry, Map, Node, Span, Text, similar};

/// Kinds of values, to be combined with `|`.
pub(super) mod kind {
    pub const ANY: u8 = 0;
    pub const TEXT: u8 = 1;
    pub const MAP: u8 = 2;
    pub const LIST: u8 = 4;
    pub const BOOLEAN: u8 = 8;
    pub const INTEGER: u8 = 16;
}

/// A property that SAM knows.
pub(super) struct Property {
    pub name: &'static str,
    required: bool,
    kinds: u8,
    /// The kinds of the items of a list or of the values of a map.
    items: u8,
    /// Whether SAM takes a call of a function for any kind.
    calls: bool,
}

/// A property that may be left out. A function may give it.
pub(super) const fn optional(name: &'static str, kinds: u8) -> Property {
    Property { name, required: false, kinds, items: kind::ANY, calls: true }
}

/// A property that has to be given. A function may give it.
pub(super) const fn required(name: &'static str, kinds: u8) -> Property {
    Property { name, required: true, kinds, items: kind::ANY, calls: true }
}

impl Property {
    /// The same with items of certain kinds.
    pub const fn of(self, items: u8) -> Property {
        Property { items, ..self }
    }

    /// The same, but a function can't give it.
    pub const fn literal(self) -> Property {
        Property { calls: false, ..self }
    }

    /// Another of the same.
    pub fn copy(&self) -> Property {
        Property { ..*self }
    }

    /// What of a value is not of the right kind, with what would be; `None` if all is.
    fn misfit<'n>(&self, node: &'n Node) -> Option<(&'n Node, String)> {
        if self.kinds == kind::ANY || self.calls && is_single(node) {
            return None;
        }
        if self.kinds & kind_of(node) == 0 {
            return Some((node, list_kinds(self.kinds)));
        }
        let fits = |item: &&Node| self.items == kind::ANY || self.items & kind_of(item) != 0;
        let item = match &node.content {
            Content::List(items) => items.iter().find(|item| !fits(item)),
            // Where a list is taken as well, the kinds of items are those of the list.
            Content::Map(map) if self.kinds & kind::LIST == 0 => {
                map.iter().map(|entry| &entry.value).find(|value| !fits(value))
            }
            _ => None,
        };
        item.map(|item| {
            let whole = if node.as_list().is_some() { "a list" } else { "a map" };
            (item, format!("{whole} of which each value is {}", list_kinds(self.items)))
        })
    }
}

/// The names of kinds, for messages.
fn list_kinds(kinds: u8) -> String {
    let names = [
        (kind::TEXT, "text"),
        (kind::MAP, "a map"),
        (kind::LIST, "a list"),
        (kind::BOOLEAN, "true or false"),
        (kind::INTEGER, "a whole number"),
    ];
    let names: Vec<_> = names.iter().filter(|(kind, _)| kinds & kind != 0).map(|(_, name)| *name).collect();
    names.join(" or ")
}

/// Whether a map has a single entry: SAM takes it for a call of a function.
fn is_single(node: &Node) -> bool {
    node.as_map().is_some_and(|map| map.len() == 1)
}

fn kind_of(node: &Node) -> u8 {
    match &node.content {
        Content::Null | Content::Float(_) => 0x80,
        Content::Boolean(_) => kind::BOOLEAN | kind::INTEGER,
        Content::Integer(_) => kind::INTEGER,
        Content::Text(_) => kind::TEXT,
        Content::List(_) => kind::LIST,
        Content::Map(_) => kind::MAP,
    }
}

static NOTHING: Map<Node> = Map { entries: Vec::new() };

/// The properties of a resource or event, after they were checked.
#[derive(Clone, Copy)]
pub(super) struct Properties<'n> {
    /// Where what is missing should stand.
    pub span: Span,
    pub map: &'n Map<Node>,
}

impl<'n> Properties<'n> {
    /// Checks the properties of `owner` ("the function `Hello`"): those that are unknown, missing, or of the wrong
    /// kind are errors.
    #[inline(never)]
    pub fn read(
        owner: &str,
        span: Span,
        properties: Option<&'n Node>,
        known: &[Property],
    ) -> Result<Self, Failure> {
        let map = match properties {
            None => &NOTHING,
            Some(Node { content: Content::Map(map), .. }) => map,
            Some(other) => {
                let message = format!("the properties of {owner} have to be a map, found {}", other.kind());
                return Err(Failure::new(other.span, message));
            }
        };
        let mut failure = Failure::default();
        for Entry { key, key_span, value } in map {
            match known.iter().find(|property| property.name == &**key) {
                None => failure.push(unknown(owner, key, *key_span, known)),
                Some(property) if value.content != Content::Null => {
                    if let Some((found, expected)) = property.misfit(value) {
                        let message =
                            format!("`{key}` of {owner} has to be {expected}, found {}", found.kind());
                        failure.push(Diagnostic::error(found.span, message));
                    }
                }
                Some(_) => {}
            }
        }
        let properties = Properties { span, map };
        for property in known.iter().filter(|property| property.required) {
            if properties.get(property.name).is_none() {
                failure.push(Diagnostic::error(span, format!("{owner} needs `{}`", property.name)));
            }
        }
        failure.or(properties)
    }

    /// The value of a property; null is none.
    #[inline(never)]
    pub fn get(&self, name: &str) -> Option<&'n Node> {
        present(self.map, name)
    }

    /// The value of a property that is neither null nor empty, zero or false.
    #[inline(never)]
    pub fn given(&self, name: &str) -> Option<&'n Node> {
        self.get(name).filter(|node| super::tree::is_given(node))
    }

    /// Where a property stands, or should.
    #[inline(never)]
    pub fn span_of(&self, name: &str) -> Span {
        self.map.entry(name).map_or(self.span, |entry| entry.key_span)
    }
}

/// The value of a key that isn't null.
#[inline(never)]
pub(super) fn present<'n>(map: &'n Map<Node>, key: &str) -> Option<&'n Node> {
    map.get(key).filter(|node| node.content != Content::Null)
}

fn unknown(owner: &str, key: &Text, span: Span, known: &[Property]) -> Diagnostic {
    let diagnostic = Diagnostic::error(span, format!("unknown property `{}` of {owner}", shorten(key)));
    match similar(key, known.iter().map(|property| property.name)) {
        Some(known) => diagnostic.help(format!("did you mean `{known}`?")),
        None => diagnostic,
    }
}

/// The entries of a map, or an error that says what should be one.
#[inline(never)]
pub(super) fn map_of<'n>(node: &'n Node, what: &str) -> Result<&'n Map<Node>, Failure> {
    node.as_map()
        .ok_or_else(|| Failure::new(node.span, format!("{what} has to be a map, found {}", node.kind())))
}

/// The text, or an error that says what should be some.
#[inline(never)]
pub(super) fn text_of<'n>(node: &'n Node, what: &str) -> Result<&'n Text, Failure> {
    node.as_text().ok_or_else(|| {
        let found = if is_call(node) { "a function" } else { node.kind() };
        Failure::new(node.span, format!("{what} has to be text, found {found}"))
    })
}
