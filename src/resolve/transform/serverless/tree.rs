//! Pieces of template, as SAM makes them: each has the span of what it was made from.

use crate::template::{Content, Entry, Map, Node, Span, Text};

// Those that are called all over the room are not inlined: the program stays smaller.

/// Text.
#[inline(never)]
pub(super) fn text(span: Span, text: impl Into<Text>) -> Node {
    Node { span, content: Content::Text(text.into()) }
}

/// A whole number.
pub(super) fn integer(span: Span, integer: i64) -> Node {
    Node { span, content: Content::Integer(integer) }
}

/// `true` or `false`.
pub(super) fn boolean(span: Span, boolean: bool) -> Node {
    Node { span, content: Content::Boolean(boolean) }
}

/// A list.
pub(super) fn list(span: Span, items: impl IntoIterator<Item = Node>) -> Node {
    collect_list(span, &mut items.into_iter())
}

#[inline(never)]
fn collect_list(span: Span, items: &mut dyn Iterator<Item = Node>) -> Node {
    Node { span, content: Content::List(items.collect()) }
}

/// A map.
pub(super) fn map<'k>(span: Span, entries: impl IntoIterator<Item = (&'k str, Node)>) -> Node {
    collect_map(span, &mut entries.into_iter())
}

#[inline(never)]
fn collect_map(span: Span, entries: &mut dyn Iterator<Item = (&str, Node)>) -> Node {
    let entries = entries.map(|(key, value)| entry(span, key, value)).collect();
    Node { span, content: Content::Map(Map { entries }) }
}

/// An entry of a map.
pub(super) fn entry(span: Span, key: impl Into<Text>, value: Node) -> Entry<Node> {
    Entry { key: key.into(), key_span: span, value }
}

/// `{Ref: name}`.
#[inline(never)]
pub(super) fn reference(span: Span, name: impl Into<Text>) -> Node {
    map(span, [("Ref", text(span, name))])
}

/// `{Ref: AWS::NoValue}`.
#[inline(never)]
pub(super) fn no_value(span: Span) -> Node {
    reference(span, "AWS::NoValue")
}

/// `{Fn::GetAtt: [resource, attribute]}`.
#[inline(never)]
pub(super) fn attribute(span: Span, resource: impl Into<Text>, attribute: &str) -> Node {
    map(span, [("Fn::GetAtt", list(span, [text(span, resource), text(span, attribute)]))])
}

/// `{Fn::Sub: template}`.
#[inline(never)]
pub(super) fn sub(span: Span, template: impl Into<Text>) -> Node {
    map(span, [("Fn::Sub", text(span, template))])
}

/// `{Fn::Sub: [template, variables]}`.
pub(super) fn sub_with<'k>(
    span: Span,
    template: impl Into<Text>,
    variables: impl IntoIterator<Item = (&'k str, Node)>,
) -> Node {
    map(span, [("Fn::Sub", list(span, [text(span, template), map(span, variables)]))])
}

/// `{Fn::Join: [delimiter, values]}`.
pub(super) fn join(span: Span, delimiter: &str, values: impl IntoIterator<Item = Node>) -> Node {
    map(span, [("Fn::Join", list(span, [text(span, delimiter), list(span, values)]))])
}

/// `{Fn::If: [condition, then, otherwise]}`.
#[inline(never)]
pub(super) fn choice(span: Span, condition: impl Into<Text>, then: Node, otherwise: Node) -> Node {
    map(span, [("Fn::If", list(span, [text(span, condition), then, otherwise]))])
}

/// `{Fn::Not: [{Condition: name}]}`.
#[inline(never)]
pub(super) fn not(span: Span, condition: impl Into<Text>) -> Node {
    map(span, [("Fn::Not", list(span, [named_condition(span, condition)]))])
}

/// `{Condition: name}`.
#[inline(never)]
pub(super) fn named_condition(span: Span, condition: impl Into<Text>) -> Node {
    map(span, [("Condition", text(span, condition))])
}

/// What SAM takes for "given": neither null nor empty, nor zero, nor false.
#[inline(never)]
pub(super) fn is_given(node: &Node) -> bool {
    match &node.content {
        Content::Null => false,
        Content::Boolean(boolean) => *boolean,
        Content::Integer(integer) => *integer != 0,
        Content::Float(float) => *float != 0.0,
        Content::Text(text) => !text.is_empty(),
        Content::List(items) => !items.is_empty(),
        Content::Map(map) => !map.is_empty(),
    }
}

/// Whether two pieces of template say the same, wherever they stand.
#[inline(never)]
pub(super) fn is_same(left: &Node, right: &Node) -> bool {
    match (&left.content, &right.content) {
        (Content::List(left), Content::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| is_same(left, right))
        }
        (Content::Map(left), Content::Map(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|entry| right.get(&entry.key).is_some_and(|value| is_same(&entry.value, value)))
        }
        (left, right) => left == right,
    }
}
