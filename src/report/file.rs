//! Writes a report to a file, whole or not at all.

use super::{Format, Options, write};
use crate::gate::Report;
use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A report file that could not be written.
#[derive(Debug)]
pub struct FileError {
    /// The file, as it was named.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

impl fmt::Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "can't write the report to `{}`: {}", self.path.display(), self.source)
    }
}

impl std::error::Error for FileError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// Writes `report` to the file `path`, without colour and in the usual width: beside it at first, so that whoever reads the file never
/// sees half a report, and an earlier one stays if writing fails. A pipe or a device is written to as it is.
///
/// # Errors
/// An error that names the file.
pub fn write_file(format: Format, report: &Report, options: &Options, path: &Path) -> Result<(), FileError> {
    let Options { colour, width, .. } = Options::default();
    let options = Options { colour, width, ..options.clone() };
    replace_file(path, |file| write(format, report, &options, file))
}

/// Lets `put` write the file `path`, as [`write_file`] does.
pub(super) fn replace_file(
    path: &Path,
    put: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), FileError> {
    let written = match fs::metadata(path) {
        Ok(there) if there.is_file() => {
            // A symbolic link stays one: the file it leads to is replaced.
            fs::canonicalize(path).and_then(|target| replace(&target, put))
        }
        Ok(there) if there.is_dir() => Err(io::Error::other("it is a directory")),
        Ok(_) => OpenOptions::new().write(true).open(path).and_then(|mut file| put(&mut file)),
        Err(_) => replace(path, put),
    };
    written.map_err(|source| FileError { path: path.to_owned(), source })
}

/// Fills a new file in the same folder and gives it the name `path`.
fn replace(path: &Path, put: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(path.file_name().ok_or_else(|| io::Error::other("it names no file"))?);
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let mut file = OpenOptions::new().write(true).create_new(true).open(&temporary)?;
    let written = put(&mut file);
    drop(file);
    let renamed = written.and_then(|()| fs::rename(&temporary, path));
    if renamed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    renamed
}
