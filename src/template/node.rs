//! The tree that YAML and JSON templates are read into: plain data, with a span on every node and key.

use super::Span;
use std::sync::Arc;

/// Text of a template. Shared, because values keep the text of the nodes that they come from.
pub type Text = Arc<str>;

/// A piece of a template.
///
/// Intrinsic functions have one form here, the long one: `!GetAtt a.b` is read as a map with the single key
/// `Fn::GetAtt`. [`super::Function`] recognises them.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands: for a short-form function the tag and its argument, for an alias the alias (the
    /// nodes below it keep the span of the anchor's text).
    pub span: Span,
    /// What it is.
    pub content: Content,
}

/// What a [`Node`] is, after the scalar rules of YAML 1.1 (or JSON) were applied.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// `null`, `~`, or nothing.
    Null,
    /// `true`, `yes`, `on` and so on.
    Boolean(bool),
    /// A whole number that fits in 64 bits.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// Anything else that is one scalar.
    Text(Text),
    /// A list.
    List(Vec<Node>),
    /// A map.
    Map(Map<Node>),
}

impl Node {
    /// The text, if the node is text.
    pub fn as_text(&self) -> Option<&Text> {
        match &self.content {
            Content::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, if the node is a list.
    pub fn as_list(&self) -> Option<&[Node]> {
        match &self.content {
            Content::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries, if the node is a map.
    pub fn as_map(&self) -> Option<&Map<Node>> {
        match &self.content {
            Content::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The entries, to be changed, if the node is a map.
    pub fn as_map_mut(&mut self) -> Option<&mut Map<Node>> {
        match &mut self.content {
            Content::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The items, to be changed, if the node is a list.
    pub fn as_list_mut(&mut self) -> Option<&mut Vec<Node>> {
        match &mut self.content {
            Content::List(items) => Some(items),
            _ => None,
        }
    }

    /// What the node is, in the words that messages use: "a list", "text", "null"…
    pub fn kind(&self) -> &'static str {
        match &self.content {
            Content::Null => "null",
            Content::Boolean(_) => "a boolean",
            Content::Integer(_) | Content::Float(_) => "a number",
            Content::Text(_) => "text",
            Content::List(_) => "a list",
            Content::Map(_) => "a map",
        }
    }
}

/// An ordered map with spans on its keys: the shape of a YAML mapping and of a resolved object.
///
/// Keys are distinct: whoever builds a map sees to it. Look-ups are linear, because nearly all maps of a
/// template are small; where one may be large, build an index beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<V> {
    /// The entries, in the order of the file.
    pub entries: Vec<Entry<V>>,
}

/// One entry of a [`Map`].
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<V> {
    /// The key. Keys are always text in a template, whatever they look like.
    pub key: Text,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: V,
}

impl<V> Map<V> {
    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&V> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The entry of `key`.
    pub fn entry(&self, key: &str) -> Option<&Entry<V>> {
        self.entries.iter().find(|entry| &*entry.key == key)
    }

    /// The value of `key`, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut V> {
        self.entries.iter_mut().find(|entry| &*entry.key == key).map(|entry| &mut entry.value)
    }

    /// Gives `key` a value: in its place if it is there, else at the end, with `key_span`.
    pub fn set(&mut self, key: impl AsRef<str> + Into<Text>, key_span: Span, value: V) {
        match self.get_mut(key.as_ref()) {
            Some(slot) => *slot = value,
            None => self.entries.push(Entry { key: key.into(), key_span, value }),
        }
    }

    /// The value of `key`, to be changed: `default` if it has none, at the end, with `key_span`.
    pub fn get_or_insert(&mut self, key: &str, key_span: Span, default: V) -> &mut V {
        let position = self.entries.iter().position(|entry| &*entry.key == key);
        let position = position.unwrap_or_else(|| {
            self.entries.push(Entry { key: Text::from(key), key_span, value: default });
            self.entries.len() - 1
        });
        &mut self.entries[position].value
    }

    /// Takes `key` out.
    pub fn remove(&mut self, key: &str) -> Option<V> {
        let position = self.entries.iter().position(|entry| &*entry.key == key)?;
        Some(self.entries.remove(position).value)
    }

    /// The entries, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Entry<V>> {
        self.entries.iter()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<V> Default for Map<V> {
    fn default() -> Self {
        Map { entries: Vec::new() }
    }
}

impl<'a, V> IntoIterator for &'a Map<V> {
    type Item = &'a Entry<V>;
    type IntoIter = std::slice::Iter<'a, Entry<V>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
