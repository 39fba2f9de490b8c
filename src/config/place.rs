//! Where the configuration file lies, and the repository that nothing in it leads out of.
//!
//! The file comes with the repository, perhaps with somebody's pull request: it must not make the program read
//! secrets, or write where a build would run what it wrote.

use std::env;
use std::io;
use std::path::{Component, Path, PathBuf};

/// What the file is called.
pub const NAMES: [&str; 2] = [".cfn-gate.yaml", ".cfn-gate.yml"];

/// Where a configuration file lies.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file, as messages name it.
    pub file: PathBuf,
    /// Its folder, as the working directory sees it.
    folder: PathBuf,
    /// The repository's folder, as the working directory sees it.
    shown_root: PathBuf,
    /// The same without symbolic links.
    root: PathBuf,
    /// The folder's path in the repository.
    below_root: PathBuf,
}

impl Place {
    /// Looks for the file in the working directory and the folders above it, up to the one that has `.git` in it.
    ///
    /// # Errors
    /// Why a file that is there can't be used, in one sentence without a full stop.
    pub fn find() -> Result<Option<Place>, String> {
        let Ok(directory) = env::current_dir() else { return Ok(None) };
        let mut shown = PathBuf::new();
        for folder in directory.ancestors() {
            let found: Vec<_> = NAMES.into_iter().filter(|name| is_there(&folder.join(name))).collect();
            match found.as_slice() {
                [] => {}
                [name] => return Place::new(shown.join(name), folder, shown).map(Some),
                _ => {
                    let [one, other] = NAMES.map(|name| shown.join(name).display().to_string());
                    return Err(format!("both `{one}` and `{other}` are there: delete one of them"));
                }
            }
            if is_there(&folder.join(".git")) {
                break;
            }
            shown.push("..");
        }
        Ok(None)
    }

    /// The place of a file that the user names.
    ///
    /// # Errors
    /// Why it can't be used, in one sentence without a full stop.
    pub fn named(file: &Path) -> Result<Place, String> {
        let shown = file.parent().unwrap_or(Path::new(""));
        let folder = std::path::absolute(if shown.as_os_str().is_empty() { Path::new(".") } else { shown });
        let unreadable = |error: &io::Error| format!("can't read `{}`: {}", file.display(), reason(error));
        Place::new(file.to_owned(), &folder.map_err(|error| unreadable(&error))?, shown.to_owned())
    }

    /// `folder` is the absolute path of the file's folder, `shown` the same as the working directory sees it.
    fn new(file: PathBuf, folder: &Path, shown: PathBuf) -> Result<Place, String> {
        let unreadable = |error: &io::Error| format!("can't read `{}`: {}", file.display(), reason(error));
        let real = folder.canonicalize().map_err(|error| unreadable(&error))?;
        let root = real.ancestors().find(|folder| is_there(&folder.join(".git"))).unwrap_or(&real).to_owned();
        let below_root = real.strip_prefix(&root).unwrap_or(Path::new("")).to_owned();
        let up = below_root.components().count();
        let shown_root = if up == 0 {
            shown.clone()
        } else if shown.is_absolute() {
            root.clone()
        } else {
            (0..up).fold(shown.clone(), |path, _| path.join(".."))
        };
        // What it says could be shown: it must be a file of the repository itself. And reading a pipe may never end.
        let target = file.canonicalize().map_err(|error| unreadable(&error))?;
        if !target.starts_with(&root) {
            return Err(format!("`{}` is a symbolic link that leads out of the repository", file.display()));
        }
        if !target.is_file() {
            return Err(format!("can't read `{}`: it is not a file", file.display()));
        }
        Ok(Place { file, folder: shown, shown_root, root, below_root })
    }

    /// The file's folder, as the working directory sees it: what patterns are relative to.
    pub fn folder(&self) -> &Path {
        if self.folder.as_os_str().is_empty() { Path::new(".") } else { &self.folder }
    }

    /// The path that the file names with `text`, as the working directory sees it.
    ///
    /// # Errors
    /// Why the file may not name it, in one sentence without a full stop.
    pub fn inside(&self, text: &str) -> Result<PathBuf, String> {
        if text.is_empty() || text == "-" {
            return Err(format!("expected a path, found `{text}`"));
        }
        // What is absolute or a drive on any system is so here: the file means the same everywhere.
        if text.starts_with(['/', '\\']) || text.get(1..2) == Some(":") || text.starts_with('~') {
            return Err(format!(
                "`{text}` is not relative: paths here are relative to the folder of this file"
            ));
        }
        let leads_out = || format!("`{text}` leads out of the repository `{}`", self.root.display());
        let mut inside = self.below_root.clone();
        for component in Path::new(text).components() {
            match component {
                Component::Normal(name) => inside.push(name),
                Component::CurDir => {}
                Component::ParentDir if inside.pop() => {}
                _ => return Err(leads_out()),
            }
        }
        // Symbolic links may lead elsewhere. What isn't there yet can't be one.
        let path = self.root.join(&inside);
        let there = path.ancestors().find(|path| is_there(path)).unwrap_or(&self.root);
        let real =
            there.canonicalize().map_err(|error| format!("can't read `{text}`: {}", reason(&error)))?;
        let real = real.strip_prefix(&self.root).map_err(|_| leads_out())?;
        let is_git =
            |path: &Path| path.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git"));
        if is_git(&inside) || is_git(real) {
            return Err(format!("`{text}` lies in `.git`, which is Git's own"));
        }
        let path = self.shown_root.join(inside);
        Ok(if path.as_os_str().is_empty() { PathBuf::from(".") } else { path })
    }
}

fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// What the operating system says, without the number of the error.
fn reason(error: &io::Error) -> String {
    crate::source::reason(error)
}
