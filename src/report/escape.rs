//! Makes text of a template inert: nothing that moves a cursor, turns the reading direction, breaks a line or
//! hides gets out as itself.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` on one line, with every character that would not be seen as itself written as an escape:
/// `\n`, `\t`, `\u{1b}`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if is_plain(text) || !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    text.chars().for_each(|character| push_visible(&mut escaped, character));
    Cow::Owned(escaped)
}

/// Whether `text` is made of ASCII that shows itself: what most text is, and quick to tell.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

/// Adds `character` to `text`, as an escape where it would not be seen as itself.
pub(super) fn push_visible(text: &mut String, character: char) {
    match character {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        _ if is_unseen(character) => {
            let _ = write!(text, "\\u{{{:x}}}", u32::from(character));
        }
        _ => text.push(character),
    }
}

/// Whether a character does something other than show itself: control characters, line separators, marks of
/// reading direction, characters without width or ink, and code points that are no characters (which XML forbids).
pub(super) fn is_unseen(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_control();
    }
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fdd0}'..='\u{fdef}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
        || u32::from(character) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn ordinary_text_is_kept() {
        for text in ["", "StorageEncrypted is `false`", "C:\\templates", "Größe 大きさ 🔒", "a\u{301}"]
        {
            assert_eq!(visible(text), text);
        }
    }

    #[test]
    fn what_is_not_seen_is_written_out() {
        assert_eq!(visible("a\nb\r\tc"), "a\\nb\\r\\tc");
        assert_eq!(visible("\u{1b}[31m\u{9b}2J\u{7f}\0"), "\\u{1b}[31m\\u{9b}2J\\u{7f}\\u{0}");
        assert_eq!(
            visible("a\u{202e}b\u{2066}c\u{200b}d\u{feff}"),
            "a\\u{202e}b\\u{2066}c\\u{200b}d\\u{feff}"
        );
        assert_eq!(visible("\u{ffff}\u{1fffe}\u{e0041}"), "\\u{ffff}\\u{1fffe}\\u{e0041}");
    }
}
