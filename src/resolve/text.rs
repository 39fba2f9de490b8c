//! Building text of which parts may be unknown, and finding dynamic references in it.
//!
//! Facts: the AWS CloudFormation User Guide, "Get values stored in other services using dynamic references".
//! They work anywhere in a text, also in one that `Fn::Sub` or `Fn::Join` put together, so they are looked for
//! in finished text; with white space between the braces they are plain text.

use super::{Content, Part, Reason, Unknown, Value};
use crate::template::{Span, Text};
use std::sync::Arc;

const OPEN: &str = "{{resolve:";
const CLOSE: &str = "}}";

/// Text in the making.
#[derive(Default)]
pub(super) struct TextBuilder {
    parts: Vec<Part>,
    /// Known text after the last of `parts`.
    tail: String,
}

impl TextBuilder {
    pub fn push_text(&mut self, text: &str) {
        self.tail.push_str(text);
    }

    pub fn push_unknown(&mut self, unknown: Arc<Unknown>) {
        self.flush();
        self.parts.push(Part::Unknown(unknown));
    }

    /// Appends a scalar, known or not. False for what can't be text: null, a list, a map.
    #[must_use]
    pub fn push_value(&mut self, value: &Value) -> bool {
        match &value.content {
            Content::Partial(parts) => {
                for part in parts.iter() {
                    match part {
                        Part::Text(text) => self.push_text(text),
                        Part::Unknown(unknown) => self.push_unknown(unknown.clone()),
                    }
                }
            }
            Content::Unknown(_) | Content::Either(_) => {
                self.push_unknown(value.share_unknown().expect_unknown(value.span));
            }
            _ => match value.as_text() {
                Some(text) => self.push_text(&text),
                None => return false,
            },
        }
        true
    }

    /// The text, with dynamic references made unknown.
    pub fn finish(mut self, span: Span) -> Content {
        if self.parts.is_empty() {
            return known_text(Text::from(self.tail), span);
        }
        self.flush();
        let parts = if self.parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains(OPEN))) {
            mark_references(&self.parts, span)
        } else {
            self.parts
        };
        from_parts(parts)
    }

    fn flush(&mut self) {
        if !self.tail.is_empty() {
            self.parts.push(Part::Text(Text::from(self.tail.as_str())));
            self.tail.clear();
        }
    }
}

/// What it costs to put a value into text, in bytes.
pub(super) fn weight(value: &Value) -> usize {
    match &value.content {
        Content::Partial(parts) => parts.iter().map(part_weight).sum(),
        Content::Text(text) => text.len(),
        _ => PART,
    }
}

/// What a part takes beside its text.
pub(super) const PART: usize = 32;

fn part_weight(part: &Part) -> usize {
    match part {
        Part::Text(text) => PART + text.len(),
        Part::Unknown(_) => PART,
    }
}

/// What it costs to look for dynamic references in text, and to keep those that are found.
pub(super) fn search_weight(text: &str) -> usize {
    if text.contains(OPEN) { text.len() * 16 } else { text.len() / 8 }
}

/// Falls back to [`Reason::Error`] where a reason should be there.
trait ExpectUnknown {
    fn expect_unknown(self, span: Span) -> Arc<Unknown>;
}

impl ExpectUnknown for Option<Arc<Unknown>> {
    fn expect_unknown(self, span: Span) -> Arc<Unknown> {
        self.unwrap_or_else(|| Arc::new(Unknown { reason: Reason::Error, span }))
    }
}

/// Finished text that is known but for dynamic references.
pub(super) fn known_text(text: Text, span: Span) -> Content {
    if text.contains(OPEN) {
        from_parts(mark_references(&[Part::Text(text)], span))
    } else {
        Content::Text(text)
    }
}

fn from_parts(parts: Vec<Part>) -> Content {
    match parts.as_slice() {
        [] => Content::Text(Text::from("")),
        [Part::Text(text)] => Content::Text(text.clone()),
        [Part::Unknown(unknown)] => Content::Unknown(unknown.clone()),
        _ => Content::Partial(parts.into()),
    }
}

/// Replaces each `{{resolve:…}}`, which may reach over unknown parts, by one unknown part.
fn mark_references(parts: &[Part], span: Span) -> Vec<Part> {
    let mut marked = TextBuilder::default();
    let mut index = 0;
    let mut offset = 0;
    while let Some(part) = parts.get(index) {
        let text = match part {
            Part::Unknown(unknown) => {
                marked.push_unknown(unknown.clone());
                index += 1;
                continue;
            }
            Part::Text(text) => text.get(offset..).unwrap_or_default(),
        };
        let Some(start) = text.find(OPEN) else {
            marked.push_text(text);
            (index, offset) = (index + 1, 0);
            continue;
        };
        let (before, reference) = text.split_at(start);
        marked.push_text(before);
        let body = offset + start + OPEN.len();
        match end_of_reference(parts, index, body) {
            Some(end) => {
                let reason = Reason::DynamicReference { service: service(&reference[OPEN.len()..]) };
                marked.push_unknown(Arc::new(Unknown { reason, span }));
                (index, offset) = end;
            }
            None => {
                marked.push_text(OPEN);
                offset = body;
            }
        }
    }
    marked.flush();
    marked.parts
}

/// Where a reference whose body begins at `offset` of part `index` ends, as part and offset. `None` if white
/// space or another opening brace comes first: this also keeps the search linear.
fn end_of_reference(parts: &[Part], index: usize, offset: usize) -> Option<(usize, usize)> {
    let mut offset = offset;
    for (index, part) in parts.iter().enumerate().skip(index) {
        if let Part::Text(text) = part {
            let rest = text.get(offset..)?;
            let stop = rest.find(|character: char| character.is_whitespace() || "{}".contains(character));
            if let Some(stop) = stop {
                let closes = rest.get(stop..)?.starts_with(CLOSE);
                return closes.then_some((index, offset + stop + CLOSE.len()));
            }
        }
        offset = 0;
    }
    None
}

/// `ssm`, `ssm-secure`, `secretsmanager`.
fn service(body: &str) -> Text {
    Text::from(body.split([':', '}']).next().unwrap_or_default())
}
