//! What is wrong with a text that is not YAML, in words.

use super::read::Failure;
use super::yaml::span_of;
use super::{FileId, Span, locate};
use granit_parser::{ErrorKind, ScanError};

/// The parser's error, in our words and at its place.
pub(super) fn failure(error: &ScanError, file: FileId, text: &str) -> Failure {
    let mut span = span_of(file, error.marker(), error.marker());
    let kind = error.kind();
    let rest = text.get(span.start as usize..).unwrap_or_default();
    if matches!(kind, ErrorKind::ExpectedBlockMappingKey) && rest.starts_with('!') {
        return Failure::syntax(span, "a short-form function can't stand directly in another")
            .help("write the outer one in the long form: `Fn::Base64: !Sub …`");
    }
    // The parser marks where the text with the tab begins.
    if matches!(kind, ErrorKind::TabInPlainScalar)
        && let Some(length) = rest.find('\t')
    {
        let end = u32::try_from(span.start as usize + length + 1).unwrap_or(u32::MAX);
        span = locate(text, Span { end, ..span }, "\t", "\t", 0);
    }
    if matches!(kind, ErrorKind::RecursionLimitExceeded) {
        return Failure::too_deep(span);
    }
    let failure = Failure::syntax(span, message(kind));
    match help(kind) {
        Some(help) => failure.help(help),
        None => failure,
    }
}

fn message(kind: &ErrorKind) -> String {
    let text = match kind {
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::UnclosedFlowCollection { open: '[' } => "expected `,` or `]` in this list",
        ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::UnclosedFlowCollection { .. } => "expected `,` or `}` in this map",
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            return format!("`{open}` is closed by `{close}`");
        }
        ErrorKind::MisplacedFlowCollectionEnd => "a closing bracket without an opening one",
        ErrorKind::UnclosedQuotedScalar => "this text in quotes is never closed",
        ErrorKind::UnknownQuotedScalarEscape => "unknown escape after `\\` in double quotes",
        ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => "this escape in double quotes is not a character",
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            "unexpected text after a closing quote"
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => "a tab where YAML wants spaces",
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            "a `:` where no key may stand"
        }
        ErrorKind::MappingKeyNotAllowed => "a key where none may stand",
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => "expected `:` after this key",
        ErrorKind::ExpectedBlockMappingKey => "expected a key of the map above, or the end of that map",
        ErrorKind::ExpectedBlockSequenceEntry => "expected `- ` of the list above, or the end of that list",
        ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::BlockEntryInFlowCollection => {
            "a list item (`- `) where none may stand"
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => "this indentation does not fit the lines above",
        ErrorKind::UnexpectedCharacter { character } => {
            return format!(
                "a text may not begin with `{}` unless it is in quotes",
                character.escape_default()
            );
        }
        ErrorKind::ExpectedNodeContent => "expected a value",
        ErrorKind::UnexpectedEof
        | ErrorKind::UnexpectedEofBlockSequence
        | ErrorKind::UnexpectedEofBlockMapping => "the file ends in the middle of a value",
        ErrorKind::CommentNotSeparated => "a comment needs a space before its `#`",
        ErrorKind::CommentInterceptedScalar => "a comment in the middle of a text of several lines",
        ErrorKind::ExpectedDocumentStart => "expected the end of the file: the template ended above",
        ErrorKind::UndeclaredTagHandle => "a tag with an undeclared prefix",
        ErrorKind::MissingAnchorOrAliasName => "`&` and `*` need a name, or the text has to be in quotes",
        ErrorKind::InvalidBlockScalarHeader => "unexpected text after `|` or `>`",
        ErrorKind::InvalidTagTerminator | ErrorKind::ExpectedTagBang | ErrorKind::MissingTagUri => {
            "this is not a tag"
        }
        ErrorKind::BomInsideDocument => "a byte-order mark in the middle of the file",
        ErrorKind::DocumentIndicatorInQuotedScalar => "`---` in the middle of a text in quotes",
        _ => "this is not valid YAML",
    };
    text.to_string()
}

fn help(kind: &ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::MappingValueNotAllowed | ErrorKind::MappingKeyNotAllowed => {
            "check the indentation; a text that holds `: ` has to be in quotes"
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => "indent with spaces",
        ErrorKind::InvalidColonPlacement => "is a bracket or quote above never closed?",
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry => "check the indentation",
        _ => return None,
    })
}
