//! From a file to text, as far as the file holds text.

use super::{Candidate, Lies, Provenance, Source, assembly};
use crate::template::{MAX_BYTES, SourceFile, looks_like_template};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// How much of a file that can't be read as text is looked at to tell whether it is meant as a template.
const GLANCE: usize = 64 * 1024;

/// Reads what a candidate holds: nothing if it was found in a directory and is no template, one text, or many.
pub(super) fn read(candidate: &Candidate) -> Vec<Source> {
    let (bytes, folder) = match &candidate.lies {
        Lies::Stdin => (bytes(io::stdin().lock(), MAX_BYTES), None),
        Lies::File(path) => (File::open(path).and_then(|file| bytes(file, MAX_BYTES)), path.parent()),
        Lies::Assembly(path) => return assembly::read(path, Path::new(&candidate.name)),
        Lies::Unreachable(reason) => return vec![source(candidate, None, Err(reason.clone()))],
    };
    let text = match bytes {
        Ok(bytes) => match text(bytes, MAX_BYTES) {
            Ok(text) if candidate.named || looks_like_template(&text) => Ok(text),
            Err(Unreadable { reason, glance }) if candidate.named || looks_like_template(&glance) => {
                Err(reason)
            }
            _ => return Vec::new(),
        },
        Err(error) => Err(format!("can't be read: {}", reason(&error))),
    };
    let text = text.map(|text| SourceFile { name: candidate.name.clone(), text });
    vec![source(candidate, folder, text)]
}

fn source(candidate: &Candidate, folder: Option<&Path>, text: Result<SourceFile, String>) -> Source {
    Source {
        name: candidate.name.clone(),
        folder: folder.map(Path::to_owned),
        path: match &candidate.lies {
            Lies::File(path) => Some(path.clone()),
            _ => None,
        },
        is_found: !candidate.named,
        text,
        provenance: Provenance::default(),
        artifact: None,
        place: None,
    }
}

/// Reads the text of a file that is no template: a parameter file, for example.
///
/// # Errors
/// Why there is no text, in one sentence without a full stop.
pub fn read_text(path: &Path) -> Result<String, String> {
    let bytes = File::open(path).and_then(|file| bytes(file, MAX_BYTES)).map_err(|error| reason(&error))?;
    text(bytes, MAX_BYTES).map_err(|unreadable| unreadable.reason)
}

/// Reads the text of a baseline, which may be longer than any template.
///
/// # Errors
/// Why there is no text: the end of a sentence that begins with the file, without a full stop.
pub fn read_baseline(path: &Path) -> Result<String, String> {
    text_of(path, 64 << 20)
}

/// The text of the file at `path`, of at most `limit` bytes; or why there is none.
pub(super) fn text_of(path: &Path, limit: usize) -> Result<String, String> {
    let unreadable = |error: io::Error| format!("can't be read: {}", reason(&error));
    // Reading a pipe or a device may never end.
    if !path.metadata().map_err(unreadable)?.is_file() {
        return Err("is not a file".into());
    }
    let bytes = File::open(path).and_then(|file| bytes(file, limit)).map_err(unreadable)?;
    text(bytes, limit).map_err(|unreadable| unreadable.reason)
}

/// The bytes of a file, at most one more than `limit`.
fn bytes(file: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why bytes are not the text of a template, and what their beginning reads like all the same.
struct Unreadable {
    reason: String,
    glance: String,
}

/// The text without a byte-order mark.
fn text(mut bytes: Vec<u8>, limit: usize) -> Result<String, Unreadable> {
    if let Some(glance) = utf16(&bytes) {
        let reason = "the file is in UTF-16; CloudFormation takes UTF-8: save it as UTF-8".into();
        return Err(Unreadable { reason, glance });
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    if bytes.len() > limit {
        let takes = if limit == MAX_BYTES { "; CloudFormation takes 1 MB" } else { "" };
        let reason = format!(
            "the file is larger than {} MiB, and nothing beyond that is read{takes}",
            limit / 1024 / 1024
        );
        return Err(Unreadable { reason, glance: glance(&bytes).into_owned() });
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let reason = format!(
            "the file is not UTF-8 (byte {} in line {line}); CloudFormation takes UTF-8: save it as UTF-8",
            before.len() + 1
        );
        Unreadable { reason, glance: glance(error.as_bytes()).into_owned() }
    })
}

/// The beginning of the bytes, with a mark in place of what is not UTF-8.
fn glance(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(&bytes[..bytes.len().min(GLANCE)])
}

/// The beginning of a text in UTF-16, if the bytes start with its byte-order mark.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (mark, rest) = bytes.split_at_checked(2)?;
    let unit: fn([u8; 2]) -> u16 = match mark {
        b"\xFF\xFE" => u16::from_le_bytes,
        b"\xFE\xFF" => u16::from_be_bytes,
        _ => return None,
    };
    let units = rest[..rest.len().min(GLANCE)].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    Some(char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect())
}

/// What the operating system says, without the number of the error.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
