//! Paths of templates as a file of ours names them: from the folder in which that file lies.

use globset::{GlobBuilder, GlobMatcher};
use std::path::{Component, Path, PathBuf};

/// A pattern over the paths of templates, relative to a folder: `legacy/*.yaml`, `legacy/**`, `legacy`.
///
/// `*` and `?` stand for anything within one level, `**` for any number of levels; `[ab]` and `{a,b}` work too. A pattern that
/// matches a folder matches everything in it.
#[derive(Clone, Debug)]
pub struct PathPattern {
    text: String,
    glob: GlobMatcher,
    root: PathBuf,
}

impl PathPattern {
    /// Reads a pattern over the paths in the folder `root`.
    ///
    /// # Errors
    /// Why it is none, in one sentence without a full stop.
    pub fn new(text: &str, root: &Path) -> Result<Self, String> {
        let glob = text.strip_prefix("./").unwrap_or(text).trim_end_matches('/');
        if glob.is_empty() {
            return Err("expected a path or a pattern, for example `legacy/**`".into());
        }
        if glob.starts_with('/') {
            return Err(format!(
                "`{text}` begins with `/`: a pattern is relative to the folder of the file it stands in"
            ));
        }
        let glob = GlobBuilder::new(glob).literal_separator(true).backslash_escape(true).build();
        let glob = glob.map_err(|error| format!("`{text}` is no pattern: {}", error.kind()))?;
        Ok(PathPattern { text: text.to_owned(), glob: glob.compile_matcher(), root: absolute(root) })
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it names the template that messages call `name`, and no other.
    pub(super) fn is_exactly(&self, name: &str) -> bool {
        let has_wildcards = self.text.contains(['*', '?', '[', '{', '\\']);
        !has_wildcards && self.root.join(self.text.trim_start_matches("./")) == absolute(Path::new(name))
    }

    /// Whether a template that messages call `name` is meant: a path as the user wrote it.
    pub fn matches(&self, name: &str) -> bool {
        let path = absolute(Path::new(name));
        let Ok(path) = path.strip_prefix(&self.root) else { return false };
        path.ancestors().any(|path| !path.as_os_str().is_empty() && self.glob.is_match(path))
    }
}

/// What the template called `name` is called from the folder `root`, with `/` on every system: a path that is the same
/// wherever in the repository cfn-gate runs. A path that leads out of the folder stays absolute.
pub fn path_from(root: &Path, name: &str) -> String {
    if name == crate::source::STDIN {
        return name.to_owned();
    }
    let path = absolute(Path::new(name));
    let path = path.strip_prefix(absolute(root)).unwrap_or(&path);
    let path = path.to_string_lossy();
    if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
}

/// The path from the root of the file system, without `.` and `..`. Symbolic links stay as they are written.
fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{PathPattern, path_from};
    use std::path::Path;

    fn matches(pattern: &str, name: &str) -> bool {
        PathPattern::new(pattern, Path::new("/repo")).unwrap().matches(name)
    }

    #[test]
    fn patterns_are_relative_to_their_folder() {
        assert!(matches("legacy/*.yaml", "/repo/legacy/a.yaml"));
        assert!(matches("./legacy/*.yaml", "/repo/x/../legacy/./a.yaml"));
        assert!(!matches("legacy/*.yaml", "/repo/legacy/old/a.yaml"));
        assert!(matches("legacy/**", "/repo/legacy/old/a.yaml"));
        assert!(matches("**/a.yaml", "/repo/a.yaml"));
        assert!(!matches("*.yaml", "/repo/legacy/a.yaml"));
        assert!(!matches("**", "/elsewhere/a.yaml"));
    }

    #[test]
    fn a_folder_stands_for_what_is_in_it() {
        for folder in ["legacy", "legacy/", "leg*"] {
            assert!(matches(folder, "/repo/legacy/old/a.yaml"), "{folder}");
            assert!(!matches(folder, "/repo/new/legacy/a.yaml"), "{folder}");
        }
    }

    #[test]
    fn some_patterns_name_one_template() {
        let is_exactly = |pattern: &str, name: &str| {
            PathPattern::new(pattern, Path::new("/repo")).unwrap().is_exactly(name)
        };
        assert!(is_exactly("./legacy/a.yaml", "/repo/legacy/../legacy/a.yaml"));
        assert!(!is_exactly("legacy", "/repo/legacy/a.yaml"));
        assert!(!is_exactly("legacy/*.yaml", "/repo/legacy/*.yaml"));
    }

    #[test]
    fn what_is_no_pattern_is_said_to_be_none() {
        for wrong in ["", "/", "./", "/legacy", "legacy/["] {
            assert!(PathPattern::new(wrong, Path::new(".")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_template_has_one_name_from_wherever_it_is_seen() {
        for name in ["/repo/a/b.yaml", "/repo/./a/c/../b.yaml"] {
            assert_eq!(path_from(Path::new("/repo"), name), "a/b.yaml");
        }
        assert_eq!(path_from(Path::new("."), "./a/b.yaml"), "a/b.yaml");
        assert_eq!(path_from(Path::new("/repo"), "<stdin>"), "<stdin>");
        assert_eq!(path_from(Path::new("/repo"), "/elsewhere/b.yaml"), "/elsewhere/b.yaml");
    }
}
