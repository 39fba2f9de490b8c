//! What to check: paths to texts. Files, directories, standard input, cloud assemblies, nested stacks.
//!
//! A file that is named is taken as a template, whatever it looks like. In a directory, templates are
//! recognised by what they say, not by what they are called.

mod assembly;
mod folder;
mod nested;
mod provenance;
mod read;
mod synth;
mod walk;

pub use assembly::{Artifact, StackPattern};
pub use nested::{Nested, NestedStack};
pub use provenance::{Acknowledged, CodeLine, Construct, LookupRole, NestedIn, Provenance};
pub(crate) use read::reason;
pub use read::{read_baseline, read_text};
pub use synth::{Synthesized, synthesize};

use crate::template::SourceFile;
use rayon::prelude::*;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What messages and reports call standard input.
pub const STDIN: &str = "<stdin>";

/// A file that is, or claims to be, a template.
#[derive(Clone, Debug)]
pub struct Source {
    /// What messages call it: the path as the user wrote it, or [`STDIN`].
    pub name: String,
    /// The folder in which it lies, where files beside it are looked for; none for standard input.
    pub folder: Option<PathBuf>,
    /// Its text, or why there is none, in one sentence without a full stop.
    pub text: Result<SourceFile, String>,
    /// The file itself, as it is opened; none for standard input.
    pub path: Option<PathBuf>,
    /// It was found by searching a directory: the user didn't name it.
    pub is_found: bool,
    /// Where its stack comes from.
    pub provenance: Provenance,
    /// What a cloud assembly says of its stack.
    pub artifact: Option<Artifact>,
    /// Where the templates of nested stacks are looked for, if that is settled.
    place: Option<Place>,
}

/// A folder that nothing may lead out of, and where in it a template lies.
#[derive(Clone, Debug)]
struct Place {
    root: Arc<folder::Folder>,
    directory: PathBuf,
}

/// A path that leads to nothing to check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotFound {
    /// There is no such file or directory, or it can't be looked at.
    Missing {
        /// The path as given.
        path: PathBuf,
        /// What the operating system says.
        reason: String,
    },
    /// A directory in which no file looks like a template.
    NoTemplate {
        /// The path as given.
        path: PathBuf,
        /// How many files in it could have been templates by their names.
        looked_at: usize,
    },
}

impl fmt::Display for NotFound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotFound::Missing { path, reason } => {
                write!(formatter, "can't read `{}`: {reason}", path.display())
            }
            NotFound::NoTemplate { path, looked_at } => {
                let files = if *looked_at == 1 { "file" } else { "files" };
                write!(
                    formatter,
                    "no CloudFormation template in the directory `{}` ({looked_at} {files} looked at)\n  \
                     Looked for YAML and JSON files that name a template format version or hold resources, in the \
                     directory and below it, but not in hidden directories, `node_modules` and what \
                     .gitignore leaves out.\n  \
                     A file that is named is always read: cfn-gate check FILE",
                    path.display()
                )
            }
        }
    }
}

/// A file that may turn out to be a template.
#[derive(Debug)]
struct Candidate {
    name: String,
    lies: Lies,
    /// The user named this very file, so it counts as a template whatever it looks like.
    named: bool,
}

/// Where the text of a candidate lies.
#[derive(Debug)]
enum Lies {
    Stdin,
    File(PathBuf),
    /// A folder with a cloud assembly: many texts.
    Assembly(PathBuf),
    /// Something in a directory that can't be looked into, and why.
    Unreachable(String),
}

/// Reads the templates that `paths` lead to, in the order given, and within a directory by name. `-` is
/// standard input; no path at all means the current directory. A file is read once, however many
/// paths lead to it.
///
/// # Errors
/// Every path that leads to nothing. A file that exists but can't be read is no error here: it is a
/// [`Source`] without text, so that the others are still judged and it is not forgotten.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Source>, Vec<NotFound>> {
    read_as(paths, |path| candidates(path, true))
}

/// The same, but a file that is named counts as a template only if it looks like one, as if it had been found in a
/// directory: for whoever names files without having looked into them. There may be no template at all.
///
/// # Errors
/// As [`read`]; a directory without templates is one still.
pub fn read_recognised(paths: &[PathBuf]) -> Result<Vec<Source>, Vec<NotFound>> {
    read_as(paths, |path| candidates(path, false))
}

fn read_as(
    paths: &[PathBuf],
    candidates: impl Fn(&Path) -> Result<Vec<Candidate>, NotFound>,
) -> Result<Vec<Source>, Vec<NotFound>> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let (found, missing): (Vec<_>, Vec<_>) =
        paths.iter().map(|path| candidates(path)).partition(Result::is_ok);
    if !missing.is_empty() {
        return Err(missing.into_iter().filter_map(Result::err).collect());
    }
    let (candidates, reached) = merge(found.into_iter().flatten().collect());
    let sources: Vec<Vec<Source>> = match candidates.as_slice() {
        // Threads are not worth their start for a single file.
        [candidate] => vec![read::read(candidate)],
        candidates => candidates.par_iter().map(read::read).collect(),
    };
    let empty: Vec<_> = paths
        .iter()
        .zip(&reached)
        .filter(|(path, reached)| path.is_dir() && reached.iter().all(|index| sources[*index].is_empty()))
        .map(|(path, reached)| NotFound::NoTemplate { path: path.clone(), looked_at: reached.len() })
        .collect();
    if empty.is_empty() { Ok(sources.into_iter().flatten().collect()) } else { Err(empty) }
}

/// The files that `path`, one of the arguments, leads to. With `named`, a file counts as a template whatever it looks like.
fn candidates(path: &Path, named: bool) -> Result<Vec<Candidate>, NotFound> {
    if path == Path::new("-") {
        return Ok(vec![Candidate { name: STDIN.into(), lies: Lies::Stdin, named: true }]);
    }
    match path.metadata() {
        Err(error) => Err(NotFound::Missing { path: path.to_owned(), reason: read::reason(&error) }),
        Ok(metadata) if metadata.is_dir() && assembly::is_assembly(path) => Ok(vec![Candidate {
            name: path.display().to_string(),
            lies: Lies::Assembly(path.to_owned()),
            named: true,
        }]),
        Ok(metadata) if metadata.is_dir() => Ok(walk::candidates(path)),
        Ok(_) => {
            Ok(vec![Candidate { name: path.display().to_string(), lies: Lies::File(path.to_owned()), named }])
        }
    }
}

/// Every file once, and for each argument which of them it leads to.
fn merge(found: Vec<Vec<Candidate>>) -> (Vec<Candidate>, Vec<Vec<usize>>) {
    // A walk alone meets no file twice, because it follows no symbolic link.
    let may_repeat = found.len() > 1;
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut known: HashMap<PathBuf, usize> = HashMap::new();
    let mut reached = Vec::with_capacity(found.len());
    for argument in found {
        let mut indices = Vec::with_capacity(argument.len());
        for candidate in argument {
            let next = candidates.len();
            let index = if may_repeat { *known.entry(candidate.identity()).or_insert(next) } else { next };
            match candidates.get_mut(index) {
                Some(same) => same.named |= candidate.named,
                None => candidates.push(candidate),
            }
            indices.push(index);
        }
        reached.push(indices);
    }
    (candidates, reached)
}

impl Candidate {
    /// The same for every way to write a path to the same file.
    fn identity(&self) -> PathBuf {
        match &self.lies {
            Lies::Stdin => PathBuf::from("-"),
            Lies::File(path) | Lies::Assembly(path) => path.canonicalize().unwrap_or_else(|_| path.clone()),
            Lies::Unreachable(_) => PathBuf::from(&self.name),
        }
    }
}
