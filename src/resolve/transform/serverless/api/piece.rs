//! Pieces of template as SAM holds the properties of APIs: nodes that know what Python 2 would have printed of them.
//!
//! That is needed for the definition of an API alone, whose hash is in logical IDs (see [`super::key_order`]). Everything
//! else works on nodes.

use super::fields::{Field, Fields};
use crate::template::{self, Entry, Map, Node, Span, Text};

/// A piece of a template or of what SAM makes.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Where it stands in the template, or what it is made from.
    pub span: Span,
    pub content: Content,
}

/// What a [`Piece`] is.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(Word),
    List(Vec<Piece>),
    Map(Fields),
}

/// Text, and whether it comes from a template: Python 2 printed it with a `u` before it then.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub text: Text,
    pub is_written: bool,
}

impl Word {
    /// Text that SAM makes.
    pub(super) fn made(text: impl Into<Text>) -> Self {
        Word { text: text.into(), is_written: false }
    }

    /// Text of a template, or made from it.
    pub(super) fn written(text: impl Into<Text>) -> Self {
        Word { text: text.into(), is_written: true }
    }

    /// Other text of the same origin.
    pub(super) fn with(&self, text: impl Into<Text>) -> Self {
        Word { text: text.into(), is_written: self.is_written }
    }
}

impl Piece {
    /// Text that SAM makes.
    pub(super) fn text(span: Span, text: impl Into<Text>) -> Self {
        Self::word(span, Word::made(text))
    }

    pub(super) fn word(span: Span, word: Word) -> Self {
        Piece { span, content: Content::Text(word) }
    }

    pub(super) fn boolean(span: Span, value: bool) -> Self {
        Piece { span, content: Content::Boolean(value) }
    }

    pub(super) fn list(span: Span, items: Vec<Piece>) -> Self {
        Piece { span, content: Content::List(items) }
    }

    pub(super) fn fields(span: Span, fields: Fields) -> Self {
        Piece { span, content: Content::Map(fields) }
    }

    /// A map that SAM makes, in Python 2's order.
    pub(super) fn map<const N: usize>(span: Span, fields: [(&str, Piece); N]) -> Self {
        let mut map = Fields::ordered();
        for (key, value) in fields {
            map.set(Word::made(key), span, value);
        }
        Self::fields(span, map)
    }

    /// A map that SAM makes, in this order.
    pub(super) fn plain<const N: usize>(span: Span, fields: [(&str, Piece); N]) -> Self {
        let mut map = Fields::default();
        for (key, value) in fields {
            map.set(Word::made(key), span, value);
        }
        Self::fields(span, map)
    }

    /// `{"Ref": name}`.
    pub(super) fn reference(span: Span, name: impl Into<Text>) -> Self {
        Self::plain(span, [("Ref", Self::text(span, name))])
    }

    /// `{"Fn::GetAtt": [name, attribute]}`.
    pub(super) fn attribute(span: Span, name: impl Into<Text>, attribute: &str) -> Self {
        let items = vec![Self::text(span, name), Self::text(span, attribute)];
        Self::plain(span, [("Fn::GetAtt", Self::list(span, items))])
    }

    /// `{"Fn::Sub": text}`.
    pub(super) fn sub(span: Span, text: Word) -> Self {
        Self::plain(span, [("Fn::Sub", Self::word(span, text))])
    }

    /// `{"Fn::Sub": [text, variables]}`.
    pub(super) fn sub_with<const N: usize>(span: Span, text: Word, variables: [(&str, Piece); N]) -> Self {
        let items = vec![Self::word(span, text), Self::plain(span, variables)];
        Self::plain(span, [("Fn::Sub", Self::list(span, items))])
    }

    /// `{"Fn::If": [condition, value, nothing]}`.
    pub(super) fn conditional(span: Span, condition: Word, value: Piece) -> Self {
        let items = vec![Self::word(span, condition), value, Self::reference(span, "AWS::NoValue")];
        Self::plain(span, [("Fn::If", Self::list(span, items))])
    }

    /// A piece of a template. Where SAM knows of an API, it is in Python 2's order.
    pub(super) fn read(node: &Node, is_ordered: bool) -> Self {
        let content = match &node.content {
            template::Content::Null => Content::Null,
            template::Content::Boolean(value) => Content::Boolean(*value),
            template::Content::Integer(value) => Content::Integer(*value),
            template::Content::Float(value) => Content::Float(*value),
            template::Content::Text(text) => Content::Text(Word::written(text.clone())),
            template::Content::List(items) => {
                Content::List(items.iter().map(|item| Piece::read(item, is_ordered)).collect())
            }
            template::Content::Map(map) => {
                let mut fields = if is_ordered { Fields::ordered() } else { Fields::default() };
                for Entry { key, key_span, value } in map {
                    fields.push(Word::written(key.clone()), *key_span, Piece::read(value, is_ordered));
                }
                Content::Map(fields)
            }
        };
        Piece { span: node.span, content }
    }

    /// As [`Piece::read`], for a map that SAM made of values in the template.
    pub(super) fn read_under_made_keys(node: &Node) -> Self {
        let mut piece = Self::read(node, true);
        if let Content::Map(fields) = &mut piece.content {
            fields.set_keys_made();
        }
        piece
    }

    /// A piece that SAM made elsewhere.
    pub(super) fn read_made(node: &Node) -> Self {
        let mut piece = Self::read(node, false);
        piece.replace_text(&|word| Word::made(word.text.clone()));
        piece
    }

    /// The node that it is in the template that SAM makes.
    pub(super) fn to_node(&self) -> Node {
        let content = match &self.content {
            Content::Null => template::Content::Null,
            Content::Boolean(value) => template::Content::Boolean(*value),
            Content::Integer(value) => template::Content::Integer(*value),
            Content::Float(value) => template::Content::Float(*value),
            Content::Text(word) => template::Content::Text(word.text.clone()),
            Content::List(items) => template::Content::List(items.iter().map(Piece::to_node).collect()),
            Content::Map(fields) => {
                let entry = |field: &Field| Entry {
                    key: field.key.text.clone(),
                    key_span: field.key_span,
                    value: field.value.to_node(),
                };
                template::Content::Map(Map { entries: fields.iter().map(entry).collect() })
            }
        };
        Node { span: self.span, content }
    }

    pub(super) fn as_word(&self) -> Option<&Word> {
        match &self.content {
            Content::Text(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        self.as_word().map(|word| &*word.text)
    }

    pub(super) fn as_map(&self) -> Option<&Fields> {
        match &self.content {
            Content::Map(fields) => Some(fields),
            _ => None,
        }
    }

    pub(super) fn as_map_mut(&mut self) -> Option<&mut Fields> {
        match &mut self.content {
            Content::Map(fields) => Some(fields),
            _ => None,
        }
    }

    pub(super) fn as_list(&self) -> Option<&[Piece]> {
        match &self.content {
            Content::List(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn as_list_mut(&mut self) -> Option<&mut Vec<Piece>> {
        match &mut self.content {
            Content::List(items) => Some(items),
            _ => None,
        }
    }

    pub(super) fn as_boolean(&self) -> Option<bool> {
        match &self.content {
            Content::Boolean(value) => Some(*value),
            _ => None,
        }
    }

    pub(super) fn is_null(&self) -> bool {
        matches!(self.content, Content::Null)
    }

    pub(super) fn is_true(&self) -> bool {
        self.as_boolean() == Some(true)
    }

    /// The value of a field, if this is a map that has it and it is not null.
    pub(super) fn get(&self, key: &str) -> Option<&Piece> {
        self.as_map()?.get(key).filter(|value| !value.is_null())
    }

    /// The value of a field that is neither null nor empty nor false nor zero.
    pub(super) fn get_set(&self, key: &str) -> Option<&Piece> {
        self.get(key).filter(|value| value.is_set())
    }

    /// What Python takes for true.
    pub(super) fn is_set(&self) -> bool {
        match &self.content {
            Content::Null => false,
            Content::Boolean(value) => *value,
            Content::Integer(value) => *value != 0,
            Content::Float(value) => *value != 0.0,
            Content::Text(word) => !word.text.is_empty(),
            Content::List(items) => !items.is_empty(),
            Content::Map(fields) => !fields.is_empty(),
        }
    }

    /// A call of a function: a map with one key that names one.
    pub(super) fn is_function(&self) -> bool {
        matches!(self.function(), Some(name) if matches!(name, "Ref" | "Condition") || name.starts_with("Fn::"))
    }

    /// The only key of a map.
    pub(super) fn function(&self) -> Option<&str> {
        self.as_map()?.only_key()
    }

    /// `{"Ref": "AWS::NoValue"}`.
    pub(super) fn is_no_value(&self) -> bool {
        self.function() == Some("Ref") && self.get("Ref").and_then(Piece::as_text) == Some("AWS::NoValue")
    }

    /// Whether two values are equal to Python.
    pub(super) fn is_same(&self, other: &Piece) -> bool {
        match (&self.content, &other.content) {
            (Content::Null, Content::Null) => true,
            (Content::Boolean(left), Content::Boolean(right)) => left == right,
            (Content::Integer(left), Content::Integer(right)) => left == right,
            (Content::Float(left), Content::Float(right)) => left == right,
            (Content::Text(left), Content::Text(right)) => left.text == right.text,
            (Content::List(left), Content::List(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.is_same(right))
            }
            (Content::Map(left), Content::Map(right)) => {
                let is_in_right = |field: &Field| {
                    right.get(&field.key.text).is_some_and(|value| field.value.is_same(value))
                };
                left.len() == right.len() && left.iter().all(is_in_right)
            }
            _ => false,
        }
    }

    /// What it is, in the words that messages use.
    pub(super) fn kind(&self) -> &'static str {
        match &self.content {
            Content::Null => "null",
            Content::Boolean(_) => "a boolean",
            Content::Integer(_) | Content::Float(_) => "a number",
            Content::Text(_) => "text",
            Content::List(_) => "a list",
            Content::Map(_) => "a map",
        }
    }

    /// Puts other text in the place of each text, keys and all.
    pub(super) fn replace_text(&mut self, new: &impl Fn(&Word) -> Word) {
        match &mut self.content {
            Content::Text(word) => *word = new(word),
            Content::List(items) => items.iter_mut().for_each(|item| item.replace_text(new)),
            Content::Map(fields) => {
                let mut replaced = Fields::ordered();
                for field in fields.in_order() {
                    let mut value = field.value.clone();
                    value.replace_text(new);
                    replaced.set(new(&field.key), field.key_span, value);
                }
                *fields = replaced;
            }
            _ => {}
        }
    }

    /// What `copy.deepcopy` makes of it: maps may get another order. Tells whether another copy would change nothing.
    pub(super) fn copy_deeply(&mut self) -> bool {
        match &mut self.content {
            Content::List(items) => {
                // Each has to be copied, so nothing may end this early.
                items.iter_mut().map(Piece::copy_deeply).filter(|settled| !settled).count() == 0
            }
            Content::Map(fields) => fields.copy_deeply(),
            _ => true,
        }
    }
}
