//! YAML text to tree: events of the YAML parser become nodes; short-form functions, aliases and merge keys
//! become what they stand for.

mod sharing;

use super::diagnostic::Diagnostics;
use super::duplicates::distinct;
use super::limits::{MAX_DEPTH, MAX_NODES};
use super::read::{Failure, Tree};
use super::tag::{self, Tag};
use super::{Content, Diagnostic, Entry, FileId, Map, Node, Span, Text, scalar, yaml_error};
use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StructureStyle};
use std::borrow::Cow;
use std::collections::HashMap;

/// How many comments without a space before them are forgiven: each costs another pass over the text.
const MOST_COMMENTS: usize = 20;

/// Reads `text`, which is one YAML document.
pub(super) fn read(file: FileId, text: &str) -> Result<Tree, Failure> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..MOST_COMMENTS {
        match document(file, &text) {
            Ok(tree) => return Ok(tree),
            Err(Trouble::Failure(failure)) => return Err(failure),
            // The YAML libraries of most tools take a comment right behind a quote or bracket.
            Err(Trouble::Scan(error)) if matches!(error.kind(), ErrorKind::CommentNotSeparated) => {
                let Some(without) = without_comment(&text, error.marker().byte_offset()) else {
                    return Err(yaml_error::failure(&error, file, &text));
                };
                text = Cow::Owned(without);
            }
            Err(Trouble::Scan(error)) => return Err(yaml_error::failure(&error, file, &text)),
        }
    }
    document(file, &text).map_err(|trouble| match trouble {
        Trouble::Failure(failure) => failure,
        Trouble::Scan(error) => yaml_error::failure(&error, file, &text),
    })
}

/// `text` with spaces in place of the comment at `start`, so that everything stays where it is.
fn without_comment(text: &str, start: Option<usize>) -> Option<String> {
    let (before, rest) = text.split_at_checked(start?)?;
    let comment = rest.lines().next().filter(|comment| comment.starts_with('#'))?;
    Some([before, &" ".repeat(comment.len()), rest.get(comment.len()..)?].concat())
}

/// Why a document has no tree.
enum Trouble {
    /// The parser's.
    Scan(ScanError),
    /// Ours.
    Failure(Failure),
}

fn document(file: FileId, text: &str) -> Result<Tree, Trouble> {
    let options = granit_parser::options! {
        block_scalar_eof_without_line_feed: true,
        emit_unresolved_aliases: true,
        emit_comments: false,
        // Keys may be as long as CloudFormation's longest names, and JSON read as YAML has long lines.
        simple_key_max_lookahead: 65_536,
    };
    let mut builder = Builder { file, ..Builder::default() };
    for event in Parser::new_from_str_with_options(text, options) {
        let (event, span) = event.map_err(Trouble::Scan)?;
        builder.event(event, &span).map_err(Trouble::Failure)?;
    }
    Ok(Tree { root: builder.root, diagnostics: builder.diagnostics.into_list() })
}

/// A span of the parser as ours.
#[allow(clippy::cast_possible_truncation)] // offsets are below MAX_BYTES
pub(super) fn span_of(file: FileId, start: &granit_parser::Marker, end: &granit_parser::Marker) -> Span {
    Span {
        file,
        start: start.byte_offset().unwrap_or_default() as u32,
        end: end.byte_offset().unwrap_or_default() as u32,
        line: start.line() as u32,
        column: start.col() as u32 + 1,
    }
}

#[derive(Default)]
struct Builder {
    file: FileId,
    /// The lists and maps that are open, outermost first.
    open: Vec<Frame>,
    anchors: HashMap<usize, Anchored>,
    root: Option<Node>,
    documents: usize,
    nodes: usize,
    /// How deep the next node stands: an open list or map counts one, a short-form function around it another.
    depth: usize,
    warned_of_alias: bool,
    warned_of_merge: bool,
    diagnostics: Diagnostics,
}

/// A list or map that is being read.
struct Frame {
    span: Span,
    block: bool,
    tag: Tagged,
    anchor: usize,
    /// How many nodes there were before it.
    nodes_before: usize,
    /// The height of its tallest child so far.
    height: usize,
    content: Collection,
}

enum Collection {
    List(Vec<Node>),
    Map { entries: Vec<Entry<Node>>, key: Key, merges: Vec<Merge> },
}

/// The key of the entry that is being read.
enum Key {
    /// The next node is a key.
    Expected,
    /// The next node is this key's value.
    Given(Text, Span),
    /// The next node is the value of a `<<`.
    Merge(Span),
    /// The next node is the value of a key that can't be used: an error was reported.
    Unusable,
}

/// A `<<` of a map.
struct Merge {
    /// How many entries stand before it.
    position: usize,
    key_span: Span,
    value: Node,
}

/// A node's tag, and where it stands.
type Tagged = Option<(Tag, Span)>;

/// The node that an anchor names, with its number of nodes and its height.
struct Anchored {
    node: Node,
    size: usize,
    height: usize,
}

/// A node that is finished, and how many levels it has below it.
struct Finished {
    node: Node,
    height: usize,
    /// Whether it may be a merge key: a plain `<<`.
    plain: bool,
    /// Whether it has a tag.
    tagged: bool,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, position: &granit_parser::Span) -> Result<(), Failure> {
        let span = span_of(self.file, &position.start, &position.end);
        match event {
            Event::Scalar(value, style, anchor, tag) => {
                let tag = self.tag(tag.as_deref(), position);
                let plain = style == ScalarStyle::Plain;
                let content = self.scalar(&value, plain, &tag, span);
                let finished =
                    Finished { node: Node { span, content }, height: 0, plain, tagged: tag.is_some() };
                let nodes_before = self.nodes;
                self.count(1, span)?;
                let finished = wrap(finished, tag);
                self.anchor(anchor, &finished, nodes_before)?;
                self.place(finished)
            }
            Event::SequenceStart(style, anchor, tag) => {
                let content = Collection::List(Vec::new());
                self.start(content, style, anchor, tag.as_deref(), span, position)
            }
            Event::MappingStart(style, anchor, tag) => {
                let content = Collection::Map { entries: Vec::new(), key: Key::Expected, merges: Vec::new() };
                self.start(content, style, anchor, tag.as_deref(), span, position)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(id) => self.alias(id, span),
            Event::UnresolvedAlias(name) => {
                // Any text serves: the place is reported already.
                let message = format!("alias `*{name}` names no anchor: there is no `&{name}` before it");
                self.diagnostics.push(Diagnostic::error(span, message));
                self.count(1, span)?;
                self.place(Finished {
                    node: Node { span, content: Content::Text(Text::default()) },
                    height: 0,
                    plain: false,
                    tagged: false,
                })
            }
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(Failure::limit(
                        span,
                        "a second YAML document begins here: a template is one document",
                    )
                    .help("put each template in a file of its own"));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The tag of a node, if it has one that means something; an error is reported for others.
    fn tag(&mut self, tag: Option<&granit_parser::Tag>, position: &granit_parser::Span) -> Tagged {
        let tag = tag?;
        let place = position.tag_span().unwrap_or(*position);
        let span = span_of(self.file, &place.start, &place.end);
        match tag::resolve(tag.handle(), tag.suffix()) {
            Ok(tag) => Some((tag, span)),
            Err((message, help)) => {
                let mut diagnostic = Diagnostic::error(span, message);
                diagnostic.help = help;
                self.diagnostics.push(diagnostic);
                Some((Tag::Unknown, span))
            }
        }
    }

    fn scalar(&mut self, value: &str, plain: bool, tag: &Tagged, span: Span) -> Content {
        match tag {
            Some((Tag::Standard(kind), tag_span)) => tag::convert(*kind, value).unwrap_or_else(|| {
                let message = format!("`!!{}` does not fit this scalar", kind.name());
                self.diagnostics.push(Diagnostic::error(tag_span.to(span), message));
                Content::Text(Text::from(value))
            }),
            Some((Tag::Function(_) | Tag::Unknown, _)) => Content::Text(Text::from(value)),
            None if plain && self.expects_key() => Content::Text(scalar::key(value)),
            None if plain => scalar::resolve(value),
            None => Content::Text(Text::from(value)),
        }
    }

    /// Whether the next node is a key.
    fn expects_key(&self) -> bool {
        matches!(self.open.last(), Some(Frame { content: Collection::Map { key: Key::Expected, .. }, .. }))
    }

    fn start(
        &mut self,
        content: Collection,
        style: StructureStyle,
        anchor: usize,
        tag: Option<&granit_parser::Tag>,
        span: Span,
        position: &granit_parser::Span,
    ) -> Result<(), Failure> {
        let tag = self.tag(tag, position);
        let nodes_before = self.nodes;
        self.count(1, span)?;
        self.depth += 1 + usize::from(is_function(&tag));
        if self.depth > MAX_DEPTH {
            return Err(Failure::too_deep(span));
        }
        let block = style == StructureStyle::Block;
        self.open.push(Frame { span, block, tag, anchor, nodes_before, height: 0, content });
        Ok(())
    }

    fn end(&mut self, end: Span) -> Result<(), Failure> {
        let Some(frame) = self.open.pop() else { return Ok(()) };
        self.depth -= 1 + usize::from(is_function(&frame.tag));
        let mut span = frame.span;
        let content = match frame.content {
            Collection::List(items) => {
                // A block ends where its last item does; the parser says so only at the next token.
                span = span.to(if frame.block { items.last().map_or(span, |item| item.span) } else { end });
                self.fits(frame.tag.as_ref(), tag::Standard::Seq, span);
                Content::List(items)
            }
            Collection::Map { entries, merges, .. } => {
                let last = entries.last().map_or(span, |entry| entry.key_span.to(entry.value.span));
                span = span.to(if frame.block { last } else { end });
                self.fits(frame.tag.as_ref(), tag::Standard::Map, span);
                let entries = self.merge(entries, merges);
                Content::Map(distinct(entries, &mut self.diagnostics))
            }
        };
        let tagged = frame.tag.is_some();
        let finished =
            Finished { node: Node { span, content }, height: frame.height + 1, plain: false, tagged };
        let finished = wrap(finished, frame.tag);
        self.anchor(frame.anchor, &finished, frame.nodes_before)?;
        self.place(finished)
    }

    /// Reports a standard tag on a list or map of the other kind.
    fn fits(&mut self, tag: Option<&(Tag, Span)>, actual: tag::Standard, span: Span) {
        if let Some((Tag::Standard(kind), tag_span)) = tag
            && *kind != actual
        {
            let message = format!("`!!{}` does not fit a {}", kind.name(), actual.noun());
            self.diagnostics.push(Diagnostic::error(tag_span.to(span), message));
        }
    }

    /// Puts a finished node where it belongs: as a key, a value, an item or the root.
    fn place(&mut self, finished: Finished) -> Result<(), Failure> {
        let Finished { node, height, plain, tagged } = finished;
        let Some(frame) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        frame.height = frame.height.max(height);
        match &mut frame.content {
            Collection::List(items) => items.push(node),
            Collection::Map { entries, key, merges } => match std::mem::replace(key, Key::Expected) {
                Key::Expected => *key = as_key(node, plain, tagged, &mut self.diagnostics),
                Key::Given(key, key_span) => entries.push(Entry { key, key_span, value: node }),
                Key::Merge(key_span) => merges.push(Merge { position: entries.len(), key_span, value: node }),
                Key::Unusable => {}
            },
        }
        Ok(())
    }

    fn count(&mut self, nodes: usize, span: Span) -> Result<(), Failure> {
        self.nodes = self.nodes.saturating_add(nodes);
        if self.nodes > MAX_NODES { Err(Failure::too_many_nodes(span)) } else { Ok(()) }
    }
}

/// The key that `node` is. Keys are text, whatever they look like.
fn as_key(node: Node, plain: bool, tagged: bool, diagnostics: &mut Diagnostics) -> Key {
    let span = node.span;
    let kind = node.kind();
    let text = match node.content {
        Content::Text(text) => Some(text),
        // An anchored scalar, which may be a number as a value.
        Content::Boolean(value) => Some(Text::from(value.to_string())),
        Content::Integer(value) => Some(Text::from(value.to_string())),
        Content::Float(value) => Some(Text::from(value.to_string())),
        Content::Null => Some(Text::from("null")),
        Content::List(_) | Content::Map(_) => None,
    };
    match text {
        Some(text) if plain && !tagged && &*text == "<<" => Key::Merge(span),
        Some(text) => Key::Given(text, span),
        None => {
            diagnostics.push(
                Diagnostic::error(span, format!("a key has to be text, found {kind}"))
                    .help("a text that begins with `{`, `[` or `!` has to be in quotes"),
            );
            Key::Unusable
        }
    }
}

fn is_function(tag: &Tagged) -> bool {
    matches!(tag, Some((Tag::Function(_), _)))
}

/// The long form of a short-form function: `!Ref X` is a map with the key `Ref`.
fn wrap(finished: Finished, tag: Tagged) -> Finished {
    let Some((Tag::Function(name), key_span)) = tag else { return finished };
    let span = key_span.to(finished.node.span);
    let entries = vec![Entry { key: Text::from(name), key_span, value: finished.node }];
    let content = Content::Map(Map { entries });
    Finished { node: Node { span, content }, height: finished.height + 1, ..finished }
}
