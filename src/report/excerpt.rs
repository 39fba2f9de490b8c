//! The lines of a template that a message points at: cropped to a width, without secrets, inert.
//!
//! What an excerpt costs depends on the width, not on the template: one whose only line is a megabyte long is
//! no dearer than another.

use super::escape::{push_visible, visible};
use crate::resolve::Stack;
use crate::template::{SourceFile, Span};
use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;
use std::sync::Arc;

/// How many labels a message shows at most.
const LABELS: usize = 8;
/// How much of a long line is shown before the place itself, in characters.
const LEAD: usize = 24;

/// The files that messages point into, and what in them is secret.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    files: &'a [Arc<SourceFile>],
    secrets: &'a [Span],
}

impl<'a> Sources<'a> {
    /// The files of a stack.
    pub fn of(stack: &'a Stack) -> Self {
        Sources { files: &stack.files, secrets: &stack.secrets }
    }

    /// A file that is no template, which holds no secrets.
    pub fn one(file: &'a Arc<SourceFile>) -> Self {
        Sources { files: std::slice::from_ref(file), secrets: &[] }
    }

    /// What the first file is called.
    pub fn name(self) -> &'a str {
        self.files.first().map_or("", |file| &file.name)
    }

    fn get(self, span: Span) -> Option<&'a SourceFile> {
        self.files.get(usize::from(span.file.0)).map(|file| &**file)
    }
}

/// The lines that a message points at, with the places on them marked.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    text: String,
    lines: Vec<Line>,
    labels: Vec<LabeledSpan>,
}

/// A line of an excerpt, in parts.
pub(super) struct MarkedLine<'a> {
    /// File and line.
    pub place: String,
    /// Its text, inert; of each part, whether it is what the message is about.
    pub parts: Vec<(bool, &'a str)>,
}

/// A line of an excerpt.
#[derive(Debug)]
struct Line {
    /// Which part of the excerpt's text it is.
    range: Range<usize>,
    /// What the file is called.
    file: String,
    /// The line's number, from 1.
    number: u32,
    /// The column of the first place marked on it, from 1.
    column: u32,
}

impl Excerpt {
    /// The lines of `places`, of which the first is what the message is about; each place has a few words or
    /// none. Lines are cropped to `width` characters.
    pub fn new(sources: Sources<'_>, places: &[(Span, Option<&str>)], width: usize) -> Self {
        let mut excerpt = Excerpt::default();
        let mut rest: Vec<_> = places.iter().take(LABELS).copied().collect();
        while let Some((first, _)) = rest.first().copied() {
            let Some(window) = Window::around(sources, first, width) else {
                rest.remove(0);
                continue;
            };
            let (here, elsewhere) = rest
                .into_iter()
                .partition(|(span, _)| span.file == first.file && window.holds(span.start as usize));
            rest = elsewhere;
            excerpt.push(sources, first, &window, &here);
        }
        excerpt
    }

    /// The places that are marked.
    pub fn labels(&self) -> &[LabeledSpan] {
        &self.labels
    }

    /// The lines, each cut where a marked place begins or ends.
    pub fn lines(&self) -> impl Iterator<Item = MarkedLine<'_>> {
        self.lines.iter().map(|line| {
            let Range { start, end } = line.range;
            let marks: Vec<Range<usize>> = self
                .labels
                .iter()
                .map(|label| label.offset()..label.offset() + label.len())
                .filter(|mark| mark.start >= start && mark.end <= end)
                .collect();
            let mut cuts: Vec<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
            cuts.extend([start, end]);
            cuts.sort_unstable();
            cuts.dedup();
            let parts = cuts.windows(2).filter_map(|cut| {
                let [from, to] = cut else { return None };
                let is_marked = marks.iter().any(|mark| mark.start <= *from && *to <= mark.end);
                Some((is_marked, self.text.get(*from..*to)?))
            });
            MarkedLine { place: format!("{}:{}", line.file, line.number), parts: parts.collect() }
        })
    }

    /// Adds a line with the places `here` marked.
    fn push(
        &mut self,
        sources: Sources<'_>,
        first: Span,
        window: &Window<'_>,
        here: &[(Span, Option<&str>)],
    ) {
        let start = self.text.len();
        let mut marks: Vec<(usize, usize)> = vec![(usize::MAX, usize::MAX); here.len()];
        let secrets: Vec<Range<usize>> = sources
            .secrets
            .iter()
            .filter(|span| span.file == first.file)
            .map(|span| span.start as usize..span.end as usize)
            .filter(|range| range.start < window.range.end && range.end > window.range.start)
            .collect();
        if window.cropped_before {
            self.text.push('…');
        }
        for (offset, character) in window.text[window.range.clone()].char_indices() {
            let offset = window.range.start + offset;
            self.mark(&mut marks, here, offset);
            if secrets.iter().any(|secret| secret.contains(&offset)) {
                self.text.push('*');
            } else if character == '\t' {
                self.text.push_str("  ");
            } else {
                push_visible(&mut self.text, character);
            }
        }
        self.mark(&mut marks, here, window.range.end);
        let end = self.text.len();
        if window.cropped_after {
            self.text.push('…');
        }
        if self.text.len() == start {
            self.text.push(' ');
        }
        for ((_, label), (from, to)) in here.iter().zip(marks) {
            let from = from.min(end);
            let length = to.min(end).saturating_sub(from);
            self.labels.push(LabeledSpan::new(label.map(str::to_owned), from, length));
        }
        self.lines.push(Line {
            range: start..self.text.len(),
            file: visible(sources.get(first).map_or("", |file| &file.name)).into_owned(),
            number: first.line,
            column: first.column,
        });
    }

    /// Notes which of the places begin or end at `offset` of the file, which is the end of the text so far.
    fn mark(&self, marks: &mut [(usize, usize)], here: &[(Span, Option<&str>)], offset: usize) {
        for ((span, _), (from, to)) in here.iter().zip(marks) {
            if *from == usize::MAX && offset >= span.start as usize {
                *from = self.text.len();
            }
            if *to == usize::MAX && offset >= span.end as usize {
                *to = self.text.len();
            }
        }
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        _context_lines_before: usize,
        _context_lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let line = self
            .lines
            .iter()
            .find(|line| line.range.start <= span.offset() && span.offset() + span.len() <= line.range.end)
            .ok_or(MietteError::OutOfBounds)?;
        Ok(Box::new(MietteSpanContents::new_named(
            line.file.clone(),
            &self.text.as_bytes()[line.range.clone()],
            SourceSpan::from(line.range.clone()),
            line.number.saturating_sub(1) as usize,
            line.column.saturating_sub(1) as usize,
            1,
        )))
    }
}

/// The part of a file's line that is shown.
struct Window<'a> {
    text: &'a str,
    range: Range<usize>,
    cropped_before: bool,
    cropped_after: bool,
}

impl<'a> Window<'a> {
    /// The part of the line on which `span` begins that shows the span, in `width` characters.
    fn around(sources: Sources<'a>, span: Span, width: usize) -> Option<Self> {
        let text = sources.get(span)?.text.as_str();
        let start = character_boundary(text, span.start as usize);
        let (head, tail) = text.split_at(start);
        let is_break = |character: &char| matches!(character, '\n' | '\r');
        let before = head.chars().rev().take_while(|character| !is_break(character)).take(width + 1).count();
        let after = tail.chars().take_while(|character| !is_break(character)).take(width + 1).count();
        let (shown_before, shown_after) = if before + after <= width {
            (before, after)
        } else {
            let shown_after = after.min(width.saturating_sub(before.min(LEAD)));
            // A label needs room behind the place.
            (before.min(width.saturating_sub(shown_after)).min(width / 3 * 2), shown_after)
        };
        let first = head.char_indices().rev().take(shown_before).last().map_or(start, |(offset, _)| offset);
        let last = tail.char_indices().nth(shown_after).map_or(text.len(), |(offset, _)| start + offset);
        Some(Window {
            text,
            range: first..last,
            cropped_before: shown_before < before,
            cropped_after: shown_after < after,
        })
    }

    /// Whether a place that begins at `offset` is to be seen.
    fn holds(&self, offset: usize) -> bool {
        // The end belongs to it: what is missing at the end of a line is marked behind it.
        let offset = offset.min(self.text.len());
        self.range.contains(&offset) || (offset == self.range.end && !self.cropped_after)
    }
}

/// The nearest boundary between characters at or before `offset`.
fn character_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|offset| text.is_char_boundary(*offset)).unwrap_or(0)
}

/// What a place is called in running text: `template.yaml:12:25`.
pub(super) fn place(stack: &Stack, span: Span) -> String {
    let name = visible(Sources::of(stack).get(span).map_or("", |file| &file.name));
    // The place of a file as a whole has no line.
    if span.line == 0 { name.into_owned() } else { format!("{name}:{span}") }
}
