//! Stack traces in construct metadata: which frame is the line that the user wrote.
//!
//! Frames come from Node.js (`new WebStack (/app/lib/web.ts:27:16)`, older assemblies with `at` before it) and, by way of
//! jsii, from other languages (`__init__ (/app/app.py:9)`). CDK folds what is not the user's into
//! `...new Bucket2 in aws-cdk-lib...`; older assemblies hold every frame.

use std::borrow::Cow;

/// A line as a frame tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame<'t> {
    pub file: Cow<'t, str>,
    pub line: u32,
    pub column: Option<u32>,
}

/// Folders of code that is installed, not written.
const INSTALLED: &[&str] =
    &["node_modules", "site-packages", "dist-packages", ".yarn", "jsii-kernel", "ts-node", "aws-cdk-lib"];

/// The first frame of the user's own code.
pub(super) fn user_frame<'t>(frames: impl IntoIterator<Item = &'t str>) -> Option<Frame<'t>> {
    // Several frames may share one text.
    frames.into_iter().flat_map(str::lines).find_map(frame)
}

/// A frame of the user's own code: `None` for a folded frame, a library's, the language's own, or a remark.
fn frame(text: &str) -> Option<Frame<'_>> {
    let text = text.trim();
    if text.starts_with("...") {
        return None;
    }
    let text = text.strip_prefix("at ").unwrap_or(text);
    let place = match text.strip_suffix(')') {
        // The place is in the last parentheses, but a folder's name may hold some as well.
        Some(inner) => inner.split_once(" (").map_or(inner, |(_, place)| place),
        None => text.strip_prefix("async ").unwrap_or(text),
    };
    let (rest, last) = number_at_end(place)?;
    let (file, line, column) = match number_at_end(rest) {
        Some((file, line)) => (file, line, Some(last)),
        None => (rest, last, None),
    };
    let is_place = line > 0 && (file.contains('/') || file.contains('\\'));
    if !is_place || file.starts_with("node:") || file.split(['/', '\\']).any(is_installed) {
        return None;
    }
    Some(Frame { file: from_url(file), line, column })
}

fn is_installed(folder: &str) -> bool {
    INSTALLED.contains(&folder) || folder.starts_with("jsii-kernel-")
}

/// Splits `file:12` at its last colon.
fn number_at_end(text: &str) -> Option<(&str, u32)> {
    let (before, digits) = text.rsplit_once(':')?;
    Some((before, digits.parse().ok()?))
}

/// ECMAScript modules are named by URL.
fn from_url(file: &str) -> Cow<'_, str> {
    let Some(path) = file.strip_prefix("file://") else { return Cow::Borrowed(file) };
    // On Windows the path begins with a drive, after a slash that is not part of it.
    let path = path.strip_prefix('/').filter(|path| path.get(1..2) == Some(":")).unwrap_or(path);
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let decoded = match rest {
            [b'%', high, low, ..] => {
                hexadecimal(*high).zip(hexadecimal(*low)).map(|(high, low)| high << 4 | low)
            }
            _ => None,
        };
        bytes.push(decoded.unwrap_or(*first));
        rest = if decoded.is_some() { rest.get(3..).unwrap_or_default() } else { tail };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(path), Cow::Owned)
}

fn hexadecimal(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::user_frame;

    fn place(frames: &[&str]) -> Option<String> {
        user_frame(frames.iter().copied()).map(|frame| {
            let column = frame.column.map(|column| format!(":{column}")).unwrap_or_default();
            format!("{}:{}{column}", frame.file, frame.line)
        })
    }

    #[test]
    fn the_first_frame_that_is_not_folded_is_the_users() {
        let frames = [
            "...new Bucket2 in aws-cdk-lib...",
            "new WebStack (/app/lib/web.ts:27:16)",
            "<anonymous> (/app/bin/app.ts:8:1)",
        ];
        assert_eq!(place(&frames).as_deref(), Some("/app/lib/web.ts:27:16"));
    }

    #[test]
    fn without_code_of_the_user_there_is_no_line() {
        let frames =
            ["...aws-cdk-lib...", "(no user code in 10 frames, use --stack-trace-limit to capture more)", ""];
        assert_eq!(place(&frames), None);
    }

    #[test]
    fn installed_code_and_the_language_itself_are_skipped() {
        let frames = [
            "    at new Bucket (/app/node_modules/aws-cdk-lib/aws-s3/lib/bucket.js:1:22)",
            "    at Kernel._Kernel_create (/tmp/tmpx/lib/program.js:9:1)\n    at node:internal/main:3:5",
            "at Object.<anonymous> (node:internal/modules/cjs/loader:1554:14)",
            "at Array.map (<anonymous>)",
            "__init__ (/app/.venv/lib/python3.12/site-packages/jsii/_runtime.py:118)",
            "__init__ (/app/app.py:9)",
        ];
        assert_eq!(place(&frames[..1]), None);
        assert_eq!(place(&frames[2..]).as_deref(), Some("/app/app.py:9"));
    }

    #[test]
    fn every_way_to_write_a_place_is_read() {
        assert_eq!(place(&["at /app/lib/web.js:3:9"]).as_deref(), Some("/app/lib/web.js:3:9"));
        assert_eq!(place(&["at async file:///my%20app/web.mjs:3:9"]).as_deref(), Some("/my app/web.mjs:3:9"));
        assert_eq!(place(&["new A (file:///C:/app/web.mjs:3:9)"]).as_deref(), Some("C:/app/web.mjs:3:9"));
        assert_eq!(place(&["new A (C:\\app\\web.ts:3:9)"]).as_deref(), Some("C:\\app\\web.ts:3:9"));
        assert_eq!(place(&["new A (/app (1)/web.ts:3:9)"]).as_deref(), Some("/app (1)/web.ts:3:9"));
        assert_eq!(place(&["%zz (/%zz/%4:0:1)", "x (1:2:3)", ":", "", "é:1"]), None);
    }
}
