//! The file of a baseline: sorted, an entry a line, so that a change of it can be read.

use super::file::{FileError, replace_file};
use super::json::Inert;
use crate::gate::{BASELINE_VERSION, BaselineEntry};
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;

/// Writes a baseline with these entries to the file `path`, whole or not at all.
///
/// # Errors
/// An error that names the file.
pub fn write_baseline(entries: &[BaselineEntry], path: &Path) -> Result<(), FileError> {
    replace_file(path, |file| {
        let mut out = io::BufWriter::new(file);
        write(entries, &mut out)?;
        out.flush()
    })
}

fn write(entries: &[BaselineEntry], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"version\": {BASELINE_VERSION},\n  \"findings\": [")?;
    for (index, entry) in entries.iter().enumerate() {
        out.write_all(if index == 0 { b"\n    " } else { b",\n    " })?;
        entry.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Inert))?;
    }
    out.write_all(if entries.is_empty() { b"]\n}\n" } else { b"\n  ]\n}\n" })
}
