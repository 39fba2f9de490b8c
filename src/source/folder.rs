//! A folder that is never left: files in it are named by others, and may be named with evil intent.

use super::read::{self, reason};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How much is read from a folder altogether, in bytes. Large assemblies have tens of megabytes.
const MAX_TOTAL: usize = 512 << 20;

/// A folder, and what may still be read from it.
#[derive(Debug)]
pub(super) struct Folder {
    /// As the user wrote it: what messages begin with.
    shown: PathBuf,
    /// Without symbolic links.
    real: PathBuf,
    remaining: AtomicUsize,
}

impl Folder {
    /// The folder at `path`, called `shown` in messages.
    ///
    /// # Errors
    /// What the operating system says.
    pub fn open(path: &Path, shown: &Path) -> Result<Self, String> {
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        let real = path.canonicalize().map_err(|error| format!("can't be read: {}", reason(&error)))?;
        Ok(Folder { shown: shown.to_owned(), real, remaining: AtomicUsize::new(MAX_TOTAL) })
    }

    /// The path of `name`, which something in the subfolder `from` refers to, relative to this folder.
    ///
    /// # Errors
    /// Why the path leads nowhere in this folder.
    pub fn inside(&self, from: &Path, name: &str) -> Result<PathBuf, String> {
        let mut inside = from.to_owned();
        // What is absolute or a drive on any system is so here: an assembly means the same everywhere.
        let is_absolute = name.starts_with(['/', '\\']) || name.get(1..2) == Some(":");
        if is_absolute {
            return Err("is an absolute path: only files in the same folder are read".into());
        }
        for component in Path::new(name).components() {
            match component {
                Component::Normal(part) => inside.push(part),
                Component::CurDir => {}
                Component::ParentDir if inside.pop() => {}
                _ => return Err("leads out of the folder: nothing outside it is read".into()),
            }
        }
        Ok(inside)
    }

    /// What messages call the file at `inside`, a path relative to this folder.
    pub fn name(&self, inside: &Path) -> String {
        self.shown.join(inside).display().to_string()
    }

    /// The directory or file at `inside`, without symbolic links.
    ///
    /// # Errors
    /// That there is none, or that it lies elsewhere.
    pub fn real(&self, inside: &Path) -> Result<PathBuf, String> {
        let real = self.real.join(inside).canonicalize();
        let real = real.map_err(|error| format!("can't be read: {}", reason(&error)))?;
        if real.starts_with(&self.real) {
            Ok(real)
        } else {
            Err("is a symbolic link that leads out of the folder: nothing outside it is read".into())
        }
    }

    /// The text of the file at `inside`, of at most `limit` bytes.
    ///
    /// # Errors
    /// Why there is none.
    pub fn read(&self, inside: &Path, limit: usize) -> Result<String, String> {
        let path = self.real(inside)?;
        let remaining = self.remaining.load(Ordering::Relaxed);
        let text = read::text_of(&path, limit.min(remaining))?;
        let left = self.remaining.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |remaining| {
            remaining.checked_sub(text.len())
        });
        left.map(|_| text)
            .map_err(|_| format!("is not read: the folder's files exceed {} MiB", MAX_TOTAL >> 20))
    }
}
