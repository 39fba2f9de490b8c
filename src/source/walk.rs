//! Which files of a directory may be templates.

use super::{Candidate, Place, read};
use ignore::{DirEntry, WalkBuilder};
use std::path::Path;

/// The file that marks a directory as the cloud assembly that `cdk synth` writes.
const ASSEMBLY_MARKER: &str = "cdk.out";

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

/// The files below `directory` that may be templates, by path. What can't be looked into is among them.
///
/// .gitignore and .ignore files are respected, in a Git repository or not. Hidden files and `node_modules` are
/// left out, and so are the assets of a cloud assembly. Symbolic links are not followed.
pub(super) fn candidates(directory: &Path) -> Vec<Candidate> {
    let mut walk = WalkBuilder::new(directory);
    walk.require_git(false).git_global(false).sort_by_file_path(Path::cmp).filter_entry(may_enter);
    if directory.join(ASSEMBLY_MARKER).is_file() {
        // Whoever names it wants it judged, and nearly every repository ignores its cdk.out.
        walk.git_ignore(false).git_exclude(false).ignore(false).parents(false);
    }
    walk.build().filter_map(candidate).collect()
}

/// Whether the walk goes on into a directory. Not asked for the directory that the user named.
fn may_enter(entry: &DirEntry) -> bool {
    if entry.depth() == 0 || !entry.file_type().is_some_and(|kind| kind.is_dir()) {
        return true;
    }
    let name = entry.file_name();
    let is_asset = name.to_str().is_some_and(|name| name.starts_with("asset."))
        && entry.path().with_file_name(ASSEMBLY_MARKER).is_file();
    name != "node_modules" && !is_asset
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
    Some(Candidate { name: path.display().to_string(), place: Place::File(path), named: false })
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
        place: Place::Unreachable(format!("this directory can't be read: {reason}")),
        named: true,
    })
}
