//! Source maps: from the line of compiled JavaScript back to the line that somebody wrote.
//!
//! Facts: ECMA-426, "Source map format". Only maps that lie beside their file in the working directory are read, and only
//! what lies there too is believed to be a source. Index maps, which bundlers make, are left alone.

use crate::source::folder::Folder;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How long a map may be, in bytes.
const MAX_MAP: usize = 32 << 20;

/// A map.
#[derive(Debug)]
pub(super) struct SourceMap {
    /// By the order of the map: relative to the working directory; `None` for what doesn't lie in it.
    sources: Vec<Option<Arc<str>>>,
    /// In the order of the compiled file.
    segments: Vec<Segment>,
}

/// Where a piece of the compiled file comes from. Lines and columns count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    at: (u32, u32),
    source: Option<(usize, u32, u32)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    version: u32,
    #[serde(default)]
    source_root: Option<String>,
    sources: Vec<Option<String>>,
    mappings: String,
}

impl SourceMap {
    /// The map of the compiled file at `path`, relative to the working directory `here`.
    pub fn beside(path: &str, here: &Folder) -> Option<SourceMap> {
        let map = PathBuf::from(format!("{path}.map"));
        let text = here.read(&map, MAX_MAP).ok()?;
        let file: File = serde_json::from_str(&text).ok().filter(|file: &File| file.version == 3)?;
        let directory = map.parent().unwrap_or(Path::new(""));
        let root = file.source_root.unwrap_or_default();
        let local = |source: &String| {
            let inside = here.inside(directory, &Path::new(&root).join(source).to_string_lossy()).ok()?;
            here.real(&inside).ok().filter(|path| path.is_file())?;
            let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            Some(Arc::from(parts.join("/")))
        };
        let sources = file.sources.iter().map(|source| source.as_ref().and_then(local)).collect();
        Some(SourceMap { sources, segments: segments(&file.mappings)? })
    }

    /// The file, line and column that the place in the compiled file comes from. Lines and columns count from 1.
    pub fn original(&self, line: u32, column: Option<u32>) -> Option<(Arc<str>, u32, u32)> {
        let at = (line.checked_sub(1)?, column.map_or(0, |column| column.saturating_sub(1)));
        let next = self.segments.partition_point(|segment| segment.at <= at);
        let found = next.checked_sub(1).and_then(|index| self.segments.get(index));
        // Without a column, or before the first piece of the line, the line's first piece it is.
        let found = found.filter(|segment| segment.at.0 == at.0).or_else(|| self.segments.get(next));
        let (source, line, column) = found.filter(|segment| segment.at.0 == at.0)?.source?;
        let file = self.sources.get(source)?.clone()?;
        Some((file, line.checked_add(1)?, column.checked_add(1)?))
    }
}

/// Reads `mappings`; `None` if it is none.
fn segments(mappings: &str) -> Option<Vec<Segment>> {
    let mut segments = Vec::new();
    let (mut source, mut line, mut column) = (0_i64, 0_i64, 0_i64);
    for (generated, text) in (0_u32..).zip(mappings.split(';')) {
        let mut at = 0_i64;
        for segment in text.split(',').filter(|segment| !segment.is_empty()) {
            let mut bytes = segment.bytes();
            at += number(&mut bytes)?;
            let place = match number(&mut bytes) {
                None => None,
                Some(step) => {
                    source += step;
                    line += number(&mut bytes)?;
                    column += number(&mut bytes)?;
                    Some((
                        usize::try_from(source).ok()?,
                        u32::try_from(line).ok()?,
                        u32::try_from(column).ok()?,
                    ))
                }
            };
            segments.push(Segment { at: (generated, u32::try_from(at).ok()?), source: place });
        }
    }
    segments.sort_by_cached_key(|segment| segment.at);
    Some(segments)
}

/// A number in base 64, 5 bits a digit, the sign in the lowest.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<i64> {
    let (mut value, mut shift) = (0_i64, 0);
    loop {
        let digit = match bytes.next()? {
            byte @ b'A'..=b'Z' => byte - b'A',
            byte @ b'a'..=b'z' => byte - b'a' + 26,
            byte @ b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        value |= i64::from(digit & 31) << shift;
        shift += 5;
        if digit & 32 == 0 {
            return Some(if value & 1 == 0 { value >> 1 } else { -(value >> 1) });
        }
        // More than a line or a column can have.
        if shift > 35 {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SourceMap, number, segments};
    use crate::source::folder::Folder;

    #[test]
    fn numbers_are_read() {
        let read = |text: &str| number(&mut text.bytes());
        assert_eq!(read("A"), Some(0));
        assert_eq!(read("C"), Some(1));
        assert_eq!(read("D"), Some(-1));
        assert_eq!(read("gB"), Some(16));
        assert_eq!(read("2H"), Some(123));
        assert_eq!((read(""), read("!"), read("g"), read("gggggggggg")), (None, None, None, None));
    }

    #[test]
    fn a_place_is_traced_back() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write("lib/app.ts", "");
        write("elsewhere.ts", "");
        // Line 1 has a piece of app.ts; line 3 two, of which the second is of a file that isn't there.
        let map = r#"{"version": 3, "sourceRoot": "../lib", "sources": ["app.ts", "missing.ts", "../../../x.ts"],
                      "mappings": "AAEA;;EACI,ICEA,K"}"#;
        write("dist/app.js.map", map);
        let here = Folder::open(folder.path(), folder.path()).unwrap();
        let map = SourceMap::beside("dist/app.js", &here).unwrap();
        let original = |line, column| {
            map.original(line, column).map(|(file, line, column)| format!("{file}:{line}:{column}"))
        };
        assert_eq!(original(1, Some(9)).as_deref(), Some("lib/app.ts:3:1"));
        assert_eq!(original(2, Some(1)), None);
        assert_eq!(original(3, Some(4)).as_deref(), Some("lib/app.ts:4:5"));
        assert_eq!(original(3, None).as_deref(), Some("lib/app.ts:4:5"));
        assert_eq!(original(3, Some(8)), None);
        assert_eq!(original(4, Some(1)), None);
        assert!(SourceMap::beside("dist/other.js", &here).is_none());
        assert!(SourceMap::beside("../app.js", &here).is_none());
        assert!(segments("AAAA,!").is_none());
        assert!(segments("DDDD").is_none());
    }
}
