//! Intrinsic functions as SAM sees them: which it recognises, and which it works out itself.

use super::tree::text;
use crate::resolve::evaluate::scalar_text;
use crate::template::{Content, Diagnostic, Entry, Map, Node, Span, Text};
use std::collections::HashMap;

/// The function's name and argument, if a piece of template is a call.
pub(super) fn call(node: &Node) -> Option<&Entry<Node>> {
    match node.as_map()?.entries.as_slice() {
        [entry] if matches!(&*entry.key, "Ref" | "Condition") || entry.key.starts_with("Fn::") => Some(entry),
        _ => None,
    }
}

/// Whether a piece of template is a call of a function.
pub(super) fn is_call(node: &Node) -> bool {
    call(node).is_some()
}

/// The argument of a call of this function.
pub(super) fn argument<'n>(node: &'n Node, function: &str) -> Option<&'n Node> {
    call(node).filter(|entry| &*entry.key == function).map(|entry| &entry.value)
}

/// Whether this is `{Ref: AWS::NoValue}`.
pub(super) fn is_no_value(node: &Node) -> bool {
    reference(node).is_some_and(|name| &**name == "AWS::NoValue")
}

/// The name in `{Ref: name}`.
pub(super) fn reference(node: &Node) -> Option<&Text> {
    argument(node, "Ref")?.as_text()
}

/// Writes `!GetAtt a.b` as the list that SAM sees. The long form with text stays text.
pub(super) fn split_attributes(node: &mut Node) {
    const LONG: &str = "Fn::GetAtt";
    if let Content::Map(map) = &mut node.content
        && let [entry] = map.entries.as_mut_slice()
        && &*entry.key == LONG
        && entry.key_span.len() < LONG.len()
        && let Content::Text(name) = &entry.value.content
        && let Some((resource, attribute)) = name.split_once('.')
    {
        let span = entry.value.span;
        entry.value.content = Content::List(vec![text(span, resource), text(span, attribute)]);
        return;
    }
    children(&mut node.content, split_attributes);
}

/// The arguments of `Fn::If`: an error if there aren't three.
pub(super) fn choice<'n>(node: &'n Node, what: &str) -> Option<Result<&'n [Node; 3], Diagnostic>> {
    let arguments = argument(node, "Fn::If")?;
    let items = arguments.as_list().and_then(|items| items.try_into().ok());
    Some(items.ok_or_else(|| {
        Diagnostic::error(arguments.span, format!("`Fn::If` in {what} needs exactly three arguments"))
    }))
}

/// The logical ID that a `Ref` or `Fn::GetAtt` names.
pub(super) fn logical_id(node: &Node) -> Option<&str> {
    if let Some(name) = reference(node) {
        return Some(name);
    }
    let argument = argument(node, "Fn::GetAtt")?;
    match &argument.content {
        Content::List(items) => match items.as_slice() {
            [resource, _] => resource.as_text().map(|name| &**name),
            _ => None,
        },
        Content::Text(text) => match text.split_once('.') {
            Some((resource, attribute)) if !attribute.contains('.') => Some(resource),
            _ => None,
        },
        _ => None,
    }
}

/// The values of parameters, as far as SAM may read them: no secrets.
#[derive(Default)]
pub(super) struct Parameters {
    pub values: HashMap<Text, Node>,
}

impl Parameters {
    /// Puts values in the place of `Ref` and `${…}` that name parameters.
    pub fn resolve(&self, node: &mut Node) {
        if let Content::Map(map) = &mut node.content
            && let [entry] = map.entries.as_mut_slice()
        {
            match (&*entry.key, &mut entry.value.content) {
                ("Ref", Content::Text(name)) => {
                    if let Some(value) = self.values.get(name) {
                        node.content = value.content.clone();
                    }
                    return;
                }
                ("Fn::Sub", Content::Text(text)) => {
                    *text = self.substitute(text);
                    return;
                }
                ("Fn::Sub", Content::List(items)) => {
                    if let Some(Content::Text(text)) = items.first_mut().map(|first| &mut first.content) {
                        *text = self.substitute(text);
                    }
                }
                _ => {}
            }
        }
        children(&mut node.content, |child| self.resolve(child));
    }

    /// A copy with values in the place of parameters.
    pub fn resolved(&self, node: &Node) -> Node {
        let mut node = node.clone();
        self.resolve(&mut node);
        node
    }

    fn substitute(&self, template: &Text) -> Text {
        substituted(template, |name| self.values.get(name).and_then(scalar_text).map(|text| text.to_string()))
    }
}

/// Puts the value of a mapping in the place of `Fn::FindInMap`, where it is written out.
pub(super) fn find_in_map(mappings: &Map<Node>, node: &mut Node) {
    let found = argument(node, "Fn::FindInMap").and_then(Node::as_list).and_then(|keys| match keys {
        [mapping, top, second] => {
            let mapping = mappings.get(mapping.as_text()?)?;
            mapping.as_map()?.get(top.as_text()?)?.as_map()?.get(second.as_text()?)
        }
        _ => None,
    });
    if let Some(found) = found {
        node.content = found.content.clone();
    }
    children(&mut node.content, |child| find_in_map(mappings, child));
}

/// Which generated resource a property of a SAM resource stands for (`Function.Alias`), and the new logical IDs of
/// those that changed theirs.
#[derive(Default)]
pub(super) struct References {
    pub properties: HashMap<Text, Vec<(&'static str, Text)>>,
    pub renamed: HashMap<Text, Text>,
}

impl References {
    /// Rewrites references to what SAM makes.
    pub fn rewrite(&self, node: &mut Node) {
        if self.properties.is_empty() && self.renamed.is_empty() {
            return;
        }
        self.rewrite_node(node);
    }

    fn rewrite_node(&self, node: &mut Node) {
        if let Content::Map(map) = &mut node.content
            && let [entry] = map.entries.as_mut_slice()
        {
            match (&*entry.key, &mut entry.value.content) {
                ("Ref", Content::Text(name)) => {
                    if let Some(new) = self.reference(name) {
                        *name = new;
                    }
                    return;
                }
                ("Fn::GetAtt", content) => {
                    if let Some(new) = self.attribute(entry.value.span, content) {
                        *content = new;
                    }
                    return;
                }
                ("Fn::Sub", Content::Text(text)) => {
                    *text = substitute_whole(text, |name| self.in_text(name));
                    return;
                }
                ("Fn::Sub", Content::List(items)) => {
                    if let Some(Content::Text(text)) = items.first_mut().map(|first| &mut first.content) {
                        *text = substitute_whole(text, |name| self.in_text(name));
                    }
                }
                _ => {}
            }
        }
        children(&mut node.content, |child| self.rewrite_node(child));
    }

    /// The logical ID of what stands for a property.
    fn property(&self, logical_id: &str, property: &str) -> Option<&Text> {
        let properties = self.properties.get(logical_id)?;
        properties.iter().find(|(name, _)| *name == property).map(|(_, made)| made)
    }

    fn reference(&self, name: &Text) -> Option<Text> {
        match name.split_once('.') {
            Some((logical_id, property)) => self.property(self.current(logical_id), property).cloned(),
            None => self.renamed.get(name).cloned(),
        }
    }

    fn current<'l>(&'l self, logical_id: &'l str) -> &'l str {
        self.renamed.get(logical_id).map_or(logical_id, |renamed| renamed)
    }

    fn attribute(&self, span: Span, content: &Content) -> Option<Content> {
        let (whole, in_list) = match content {
            Content::Text(text) => (text.to_string(), false),
            Content::List(items) => {
                let parts: Option<Vec<&str>> =
                    items.iter().map(|item| item.as_text().map(|text| &**text)).collect();
                (parts?.join("."), true)
            }
            _ => return None,
        };
        let new = self.in_text(&whole).filter(|new| new.contains('.'))?;
        if !in_list {
            return Some(Content::Text(Text::from(new)));
        }
        let (resource, rest) = new.split_once('.')?;
        Some(Content::List(vec![text(span, resource), text(span, rest)]))
    }

    /// What stands in the place of `Function.Alias` or `Function.Alias.Arn`.
    fn in_text(&self, name: &str) -> Option<String> {
        let mut parts = name.splitn(3, '.');
        let logical_id = parts.next()?;
        let current = self.current(logical_id);
        if let Some(property) = parts.next()
            && let Some(made) = self.property(current, property)
        {
            return Some(match parts.next() {
                Some(rest) => format!("{made}.{rest}"),
                None => made.to_string(),
            });
        }
        let rest = name.get(logical_id.len()..)?;
        self.renamed.contains_key(logical_id).then(|| format!("{current}{rest}"))
    }
}

/// Replaces `${name}` by what `value` gives for the name.
pub(super) fn substituted(template: &Text, value: impl Fn(&str) -> Option<String>) -> Text {
    replace(template, |name| value(name))
}

/// Replaces the name in `${name}` by what `new` gives for it.
fn substitute_whole(template: &Text, new: impl Fn(&str) -> Option<String>) -> Text {
    replace(template, |name| new(name).map(|new| format!("${{{new}}}")))
}

fn replace(template: &Text, new: impl Fn(&str) -> Option<String>) -> Text {
    let mut result = String::new();
    let mut rest = &**template;
    while let Some((before, after)) = rest.split_once("${") {
        result.push_str(before);
        let inner = after.split_once('}').filter(|(name, _)| is_name(name));
        match inner.and_then(|(name, after)| new(name).map(|new| (new, after))) {
            Some((new, after)) => {
                result.push_str(&new);
                rest = after;
            }
            None => {
                result.push_str("${");
                rest = after;
            }
        }
    }
    if result.is_empty() && rest.len() == template.len() {
        return template.clone();
    }
    result.push_str(rest);
    Text::from(result)
}

/// Whether SAM looks at what stands in `${…}`.
fn is_name(name: &str) -> bool {
    let plain = |name: &str| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.')
    };
    plain(name.strip_prefix("AWS::").unwrap_or(name))
}

/// Does `work` on the pieces right below.
fn children(content: &mut Content, mut work: impl FnMut(&mut Node)) {
    match content {
        Content::List(items) => items.iter_mut().for_each(work),
        Content::Map(map) => map.entries.iter_mut().for_each(|entry| work(&mut entry.value)),
        _ => {}
    }
}
