//! Which files of a directory may be templates.

use super::{Candidate, Lies, assembly, read};
use ignore::{DirEntry, WalkBuilder};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Extensions of files that are never templates: source code, prose, archives, pictures, programs. A cheap
/// first sieve, so that the many other files of a repository need not be opened. Any other name may be a template's.
const NEVER: &[&str] = &[
    // source code, and prose that may quote a template
    "adoc", "bash", "bat", "c", "cc", "cjs", "cpp", "cs", "csproj", "css", "csv", "d", "dart", "diff", "ex",
    "exs", "fs", "go", "gradle", "graphql", "groovy", "h", "hcl", "hpp", "hs", "htm", "html", "ipynb",
    "java", "js", "jsx", "kt", "kts", "less", "lock", "log", "lua", "m", "map", "md", "mdx", "mjs", "mod",
    "patch", "php", "pl", "po", "proto", "ps1", "py", "pyi", "r", "rb", "rs", "rst", "scala", "scss", "sh",
    "snap", "sql", "sum", "svelte", "swift", "tf", "tfstate", "tfvars", "toml", "ts", "tsx", "vue", "xml",
    "xsd", "xsl", "zsh", // everything that is no text
    "7z", "a", "avi", "bin", "bmp", "br", "bz2", "class", "crt", "db", "deb", "dll", "dmg", "doc", "docx",
    "dylib", "eot", "exe", "gif", "gpg", "gz", "ico", "iso", "jar", "jpeg", "jpg", "key", "lib", "mov",
    "mp3", "mp4", "node", "o", "obj", "otf", "parquet", "pdf", "pem", "png", "ppt", "pptx", "pyc", "pyo",
    "rlib", "rmeta", "rpm", "so", "sqlite", "svg", "tar", "tgz", "tif", "tiff", "ttf", "war", "wasm", "wav",
    "webm", "webp", "whl", "woff", "woff2", "xls", "xlsx", "xz", "zip", "zst",
];

/// The files below `directory` that may be templates and the cloud assemblies, by path. What can't be looked into is
/// among them.
///
/// .gitignore and .ignore files are respected, in a Git repository or not. Hidden files and `node_modules` are
/// left out. Symbolic links are not followed. A folder `cdk.out` counts even if it is ignored, as it is in nearly every
/// CDK project: it is what will be deployed.
pub(super) fn candidates(directory: &Path) -> Vec<Candidate> {
    let mut assemblies = Vec::new();
    note_output(directory, &mut assemblies);
    let assemblies = Arc::new(Mutex::new(assemblies));
    let mut walk = WalkBuilder::new(directory);
    walk.require_git(false).git_global(false).sort_by_file_path(Path::cmp);
    let found = Arc::clone(&assemblies);
    walk.filter_entry(move |entry| {
        may_enter(entry, &mut found.lock().unwrap_or_else(PoisonError::into_inner))
    });
    let mut candidates: Vec<Candidate> = walk.build().filter_map(candidate).collect();
    let found = std::mem::take(&mut *assemblies.lock().unwrap_or_else(PoisonError::into_inner));
    if !found.is_empty() {
        candidates.extend(found.into_iter().map(|path| {
            let path = path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
            Candidate { name: path.display().to_string(), lies: Lies::Assembly(path), named: true }
        }));
        candidates.sort_by(|one, other| Path::new(&one.name).cmp(Path::new(&other.name)));
    }
    candidates
}

/// Whether the walk goes on into a directory below the one that the user named; notes the assemblies on the way.
fn may_enter(entry: &DirEntry, assemblies: &mut Vec<PathBuf>) -> bool {
    if entry.depth() == 0 || !entry.file_type().is_some_and(|kind| kind.is_dir()) {
        return true;
    }
    let path = entry.path();
    if entry.file_name() == "node_modules" || assemblies.iter().rev().any(|known| known == path) {
        return false;
    }
    if assembly::is_assembly(path) {
        assemblies.push(path.to_owned());
        return false;
    }
    note_output(path, assemblies);
    true
}

/// Notes the assembly that `cdk synth` wrote in a directory, if there is one.
fn note_output(directory: &Path, assemblies: &mut Vec<PathBuf>) {
    let output = directory.join(assembly::CDK_OUT);
    if output.symlink_metadata().is_ok_and(|metadata| metadata.is_dir()) && assembly::is_assembly(&output) {
        assemblies.push(output);
    }
}

fn candidate(entry: Result<DirEntry, ignore::Error>) -> Option<Candidate> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return unreachable(&error),
    };
    let path = entry.path();
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    let extension = path.extension().and_then(|extension| extension.to_str()).map(str::to_ascii_lowercase);
    if !is_file || extension.is_some_and(|extension| NEVER.contains(&extension.as_str())) {
        return None;
    }
    let path = path.strip_prefix("./").unwrap_or(path).to_owned();
    Some(Candidate { name: path.display().to_string(), lies: Lies::File(path), named: false })
}

/// A directory that can't be listed may hold templates: the run must not end as if there were none.
fn unreachable(error: &ignore::Error) -> Option<Candidate> {
    let (path, error) = match error {
        ignore::Error::WithDepth { err, .. } => return unreachable(err),
        ignore::Error::WithPath { path, err } => (path, err),
        // A pattern in an ignore file that can't be read leaves nothing out.
        _ => return None,
    };
    let reason = error.io_error().map_or_else(|| error.to_string(), read::reason);
    Some(Candidate {
        name: path.strip_prefix("./").unwrap_or(path).display().to_string(),
        lies: Lies::Unreachable(format!("this directory can't be read: {reason}")),
        named: true,
    })
}
