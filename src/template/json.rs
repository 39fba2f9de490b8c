//! JSON text to tree: strict JSON, but for tabs and control characters in strings, which CloudFormation takes.

use super::diagnostic::Diagnostics;
use super::duplicates::distinct;
use super::limits::{MAX_DEPTH, MAX_NODES};
use super::read::{Failure, Tree};
use super::{Content, Entry, FileId, Node, Span, Text};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::tokens::Token;
use jsonc_parser::{ParseStringErrorKind, Scanner, ScannerOptions};

/// Reads `text`, which is one JSON value.
pub(super) fn read(file: FileId, text: &str) -> Result<Tree, Failure> {
    let options = ScannerOptions {
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    let mut reader = Reader {
        scanner: Scanner::new(text, &options),
        cursor: Cursor { text: text.as_bytes(), file, offset: 0, line: 1, column: 1 },
        nodes: 0,
        diagnostics: Diagnostics::default(),
    };
    let first = reader.next()?;
    let root = reader.value(first, 0)?;
    let (rest, span) = reader.next()?;
    if let Some(token) = rest {
        return Err(Failure::syntax(span, format!("expected the end of the file, found {}", name(&token))));
    }
    Ok(Tree { root: Some(root), diagnostics: reader.diagnostics.into_list() })
}

struct Reader<'a> {
    scanner: Scanner<'a>,
    cursor: Cursor<'a>,
    nodes: usize,
    diagnostics: Diagnostics,
}

/// A token, or none at the end of the file, and where it stands.
type Spanned<'a> = (Option<Token<'a>>, Span);

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<Spanned<'a>, Failure> {
        match self.scanner.scan() {
            Ok(token) => {
                let span = self.cursor.span(self.scanner.token_start(), self.scanner.token_end());
                if let Some(Token::CommentLine(_) | Token::CommentBlock(_)) = token {
                    return Err(Failure::syntax(span, "JSON has no comments"));
                }
                Ok((token, span))
            }
            Err(error) => Err(self.syntax(&error)),
        }
    }

    fn syntax(&mut self, error: &ParseError) -> Failure {
        let range = error.range();
        Failure::syntax(self.cursor.span(range.start, range.end), message(error.kind()))
    }

    fn value(&mut self, (token, span): Spanned<'a>, depth: usize) -> Result<Node, Failure> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(Failure::too_many_nodes(span));
        }
        let content = match token {
            Some(Token::String(text)) => Content::Text(Text::from(text)),
            Some(Token::Number(digits)) => number(digits),
            Some(Token::Boolean(value)) => Content::Boolean(value),
            Some(Token::Null) => Content::Null,
            Some(Token::OpenBrace | Token::OpenBracket) if depth >= MAX_DEPTH => {
                return Err(Failure::too_deep(span));
            }
            Some(Token::OpenBrace) => return self.map(span, depth + 1),
            Some(Token::OpenBracket) => return self.list(span, depth + 1),
            Some(token) => {
                return Err(Failure::syntax(span, format!("expected a value, found {}", name(&token))));
            }
            None => return Err(Failure::syntax(span, "expected a value, found the end of the file")),
        };
        Ok(Node { span, content })
    }

    fn map(&mut self, open: Span, depth: usize) -> Result<Node, Failure> {
        let mut entries = Vec::new();
        let mut next = self.next()?;
        if let (Some(Token::CloseBrace), close) = next {
            return Ok(Node {
                span: open.to(close),
                content: Content::Map(distinct(entries, &mut self.diagnostics)),
            });
        }
        loop {
            let (key, key_span) = match next {
                (Some(Token::String(key)), span) => (Text::from(key), span),
                (token, span) => return Err(unexpected("a key in double quotes", token, span, open, "map")),
            };
            match self.next()? {
                (Some(Token::Colon), _) => {}
                (token, span) => return Err(unexpected("`:` after the key", token, span, open, "map")),
            }
            let value = self.next()?;
            let value = self.value(value, depth)?;
            entries.push(Entry { key, key_span, value });
            match self.next()? {
                (Some(Token::Comma), _) => next = self.next()?,
                (Some(Token::CloseBrace), close) => {
                    let content = Content::Map(distinct(entries, &mut self.diagnostics));
                    return Ok(Node { span: open.to(close), content });
                }
                (token, span) => return Err(unexpected("`,` or `}`", token, span, open, "map")),
            }
        }
    }

    fn list(&mut self, open: Span, depth: usize) -> Result<Node, Failure> {
        let mut items = Vec::new();
        let mut next = self.next()?;
        if let (Some(Token::CloseBracket), close) = next {
            return Ok(Node { span: open.to(close), content: Content::List(items) });
        }
        loop {
            items.push(self.value(next, depth)?);
            match self.next()? {
                (Some(Token::Comma), _) => next = self.next()?,
                (Some(Token::CloseBracket), close) => {
                    return Ok(Node { span: open.to(close), content: Content::List(items) });
                }
                (token, span) => return Err(unexpected("`,` or `]`", token, span, open, "list")),
            }
        }
    }
}

fn unexpected(expected: &str, token: Option<Token<'_>>, span: Span, open: Span, kind: &str) -> Failure {
    match token {
        Some(token) => Failure::syntax(span, format!("expected {expected}, found {}", name(&token))),
        None => Failure::syntax(span, format!("expected {expected}, found the end of the file"))
            .related(open, format!("the {kind} that is not closed begins here")),
    }
}

/// A token in the words of messages.
fn name(token: &Token<'_>) -> String {
    match token {
        Token::String(_) => "text".to_string(),
        Token::Word(word) => format!("`{}`", word.chars().take(40).collect::<String>()),
        Token::Number(number) => format!("the number `{}`", number.chars().take(40).collect::<String>()),
        other => format!("`{}`", other.as_str().chars().take(40).collect::<String>()),
    }
}

fn message(kind: &ParseErrorKind) -> &'static str {
    match kind {
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => {
            "the text that begins here has no closing `\"`"
        }
        ParseErrorKind::String(ParseStringErrorKind::ExpectedFourHexDigits) => {
            "`\\u` needs four hexadecimal digits after it"
        }
        ParseErrorKind::String(ParseStringErrorKind::InvalidUnicodeEscapeSequence(_)) => {
            "`\\u` with half of a surrogate pair is not a character"
        }
        ParseErrorKind::String(_) => "`\\` may only come before one of `\"\\/bfnrtu` in JSON",
        ParseErrorKind::SingleQuotedStringsNotAllowed => "JSON wants double quotes, found a single one",
        ParseErrorKind::UnterminatedCommentBlock => "JSON has no comments",
        ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed
        | ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral => "this is not a number in JSON",
        _ => "this is not valid JSON",
    }
}

/// A JSON number: as in YAML, a whole number that 64 bits can't hold stays text.
fn number(digits: &str) -> Content {
    let unchanged = || Content::Text(Text::from(digits));
    if digits.contains(['.', 'e', 'E']) {
        return match digits.parse::<f64>() {
            Ok(value) if value.is_finite() => Content::Float(value),
            _ => unchanged(),
        };
    }
    digits.parse().map_or_else(|_| unchanged(), Content::Integer)
}

/// Turns byte offsets that never go back into lines and columns, in one pass over the text.
struct Cursor<'a> {
    text: &'a [u8],
    file: FileId,
    offset: usize,
    line: u32,
    column: u32,
}

impl Cursor<'_> {
    #[allow(clippy::cast_possible_truncation)] // offsets are below MAX_BYTES
    fn span(&mut self, start: usize, end: usize) -> Span {
        for byte in self.text.get(self.offset..start).unwrap_or_default() {
            if *byte == b'\n' {
                self.line += 1;
                self.column = 1;
            } else if byte & 0xC0 != 0x80 {
                self.column += 1;
            }
        }
        self.offset = self.offset.max(start);
        Span { file: self.file, start: start as u32, end: end as u32, line: self.line, column: self.column }
    }
}
