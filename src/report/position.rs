//! Where spans are, in files, lines and columns, with their ends: spans themselves only know where they begin.

use crate::template::{SourceFile, Span};
use std::sync::Arc;

/// A place in a file. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Clone, Copy, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location<'a> {
    pub file: &'a str,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    pub start_byte: u32,
    pub end_byte: u32,
}

/// The files that spans point into.
pub(super) struct Files<'a> {
    names: Vec<&'a str>,
    ends: Vec<Ends<'a>>,
}

impl<'a> Files<'a> {
    /// Finds the lines of `files`.
    pub fn new(files: &'a [Arc<SourceFile>]) -> Self {
        Files {
            names: files.iter().map(|file| file.name.as_str()).collect(),
            ends: files.iter().map(|file| Ends::new(file)).collect(),
        }
    }

    /// Where `span` is; `None` for a file that was never there.
    pub fn location(&self, span: Span) -> Option<Location<'a>> {
        // The place of a file as a whole has no line of its own.
        let span = Span { line: span.line.max(1), column: span.column.max(1), ..span };
        let file = usize::from(span.file.0);
        let (end_line, end_column) = self.ends.get(file)?.of(span);
        Some(Location {
            file: self.names.get(file)?,
            line: span.line,
            column: span.column,
            end_line,
            end_column,
            start_byte: span.start,
            end_byte: span.end,
        })
    }
}

/// The beginnings of a file's lines.
struct Ends<'a> {
    text: &'a str,
    /// Byte offsets at which lines begin; the first is 0.
    lines: Vec<usize>,
    /// Characters are bytes: columns need no counting.
    ascii: bool,
}

impl<'a> Ends<'a> {
    /// Finds the lines of `file`.
    pub fn new(file: &'a SourceFile) -> Self {
        let text = file.text.as_str();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(breaks.map(|(offset, _)| offset + 1)).collect();
        Ends { text, lines, ascii: text.is_ascii() }
    }

    /// Line and column, from 1, of the first character behind `span`.
    pub fn of(&self, span: Span) -> (u32, u32) {
        let (start, end) = (span.start as usize, span.end as usize);
        let (first, last) = (self.line(start), self.line(end));
        let characters = |from: usize| {
            let bytes = self.text.as_bytes().get(from..end.max(from)).unwrap_or_default();
            // Every byte but those that continue a character begins one.
            let count = if self.ascii {
                bytes.len()
            } else {
                bytes.iter().filter(|byte| (**byte & 0xc0) != 0x80).count()
            };
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        if first == last {
            (span.line, span.column.saturating_add(characters(start)))
        } else {
            let lines = u32::try_from(last.saturating_sub(first)).unwrap_or(u32::MAX);
            let begin = self.lines.get(last).copied().unwrap_or_default();
            (span.line.saturating_add(lines), characters(begin).saturating_add(1))
        }
    }

    /// The number, from 0, of the line that holds the byte at `offset`.
    fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|begin| *begin <= offset).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::Ends;
    use crate::template::{FileId, SourceFile, Span};

    fn end(text: &str, start: usize, end: usize, line: u32, column: u32) -> (u32, u32) {
        let file = SourceFile { name: String::new(), text: text.into() };
        let (start, end) = (u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
        Ends::new(&file).of(Span { file: FileId::TEMPLATE, start, end, line, column })
    }

    #[test]
    fn a_span_ends_behind_its_last_character() {
        assert_eq!(end("a: bcd\n", 3, 6, 1, 4), (1, 7));
        assert_eq!(end("a:\n  b: c\n  d: e\nf: g\n", 5, 16, 2, 3), (3, 7));
        assert_eq!(end("a: |\n  b\n", 3, 9, 1, 4), (3, 1));
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(end("ä: ößü\n", 4, 10, 1, 4), (1, 7));
        assert_eq!(end("a:\n- é\n- é\n", 3, 11, 2, 1), (3, 4));
    }

    #[test]
    fn a_span_beyond_the_file_is_no_panic() {
        assert_eq!(end("a", 5, 9, 3, 2), (3, 2));
        assert_eq!(end("", 0, 0, 1, 1), (1, 1));
    }
}
