//! The text of `Fn::Sub`, split at its `${…}`.

use crate::template::Span;

/// A piece of the text of `Fn::Sub`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubPart<'a> {
    /// Text that stays as it is. `${!x}` gives the two pieces `${` and `x}`.
    Literal(&'a str),
    /// `${Name}` or `${LogicalId.Attribute}`: the name between the braces, and the byte offset of its `${`.
    /// A name of the function's second argument may hold dots, too.
    Name {
        /// What stands between the braces.
        name: &'a str,
        /// Where the `${` stands in the text.
        offset: usize,
    },
    /// A `${…}` that CloudFormation refuses: the whole of it, and its byte offset.
    Invalid {
        /// The whole piece, with braces.
        piece: &'a str,
        /// Where the `${` stands in the text.
        offset: usize,
    },
}

/// Splits the text of `Fn::Sub` at its `${…}`.
///
/// A `$` without `{`, and a `${` that is never closed, are literal. Names hold letters, digits, `_`, `.` and
/// `:` only; anything else between the braces is refused by the service, also spaces.
/// Facts: the AWS CloudFormation Template Reference, "Fn::Sub".
pub fn split_sub(text: &str) -> Vec<SubPart<'_>> {
    let mut parts = Vec::new();
    let mut literal = 0;
    let mut search = 0;
    while let Some(found) = text[search..].find("${") {
        let open = search + found;
        let inner = open + 2;
        let Some(length) = text[inner..].find('}') else { break };
        let close = inner + length;
        let name = &text[inner..close];
        if literal < open {
            parts.push(SubPart::Literal(&text[literal..open]));
        }
        if name.starts_with('!') {
            parts.push(SubPart::Literal(&text[open..inner]));
            literal = inner + 1;
            search = literal;
            continue;
        }
        if is_name(name) {
            parts.push(SubPart::Name { name, offset: open });
        } else {
            parts.push(SubPart::Invalid { piece: &text[open..=close], offset: open });
        }
        literal = close + 1;
        search = literal;
    }
    if literal < text.len() {
        parts.push(SubPart::Literal(&text[literal..]));
    }
    parts
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b':'))
}

/// Where `piece`, which stands at `offset` in the scalar `text`, stands in the file: `source` is the file's
/// text and `span` the scalar's.
///
/// The scalar may be quoted, folded or indented in the file, so the piece is found by counting how often it
/// occurs before; where that fails, because an escape hides it, the answer is the whole scalar.
pub fn locate(source: &str, span: Span, text: &str, piece: &str, offset: usize) -> Span {
    let earlier = text.get(..offset).map_or(0, |before| before.matches(piece).count());
    let raw = source.get(span.start as usize..span.end as usize).unwrap_or_default();
    let Some((position, _)) = raw.match_indices(piece).nth(earlier) else { return span };
    let before = &raw[..position];
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let newlines = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX);
    let column = match before.rfind('\n') {
        Some(newline) => count(&before[newline + 1..]).saturating_add(1),
        None => span.column.saturating_add(count(before)),
    };
    let start = span.start.saturating_add(u32::try_from(position).unwrap_or(u32::MAX));
    let end = start.saturating_add(u32::try_from(piece.len()).unwrap_or(u32::MAX));
    Span { file: span.file, start, end, line: span.line.saturating_add(newlines), column }
}
