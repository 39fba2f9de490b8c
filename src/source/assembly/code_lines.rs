//! From the paths of the machine that synthesised to the paths of this one.

use super::metadata::Line;
use super::source_map::SourceMap;
use crate::source::CodeLine;
use crate::source::folder::Folder;
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The files that an assembly's traces name, as messages here name them.
#[derive(Clone, Debug, Default)]
pub(super) struct Files {
    shown: Arc<Shown>,
    /// The source maps of compiled files, by the files' names in the assembly.
    maps: Arc<HashMap<Arc<str>, SourceMap>>,
}

/// From a file's name in the assembly to its name here, and whether it lies in the working directory.
type Shown = HashMap<Arc<str>, (Arc<str>, bool)>;

impl Files {
    /// Finds the files relative to the folder `here`. An assembly may come from another machine, where the same
    /// repository lay elsewhere (a container, another job): if all files are found here once the same
    /// beginning is cut off their paths, they are taken for the same.
    pub fn new<'l>(names: impl Iterator<Item = &'l Arc<str>>, here: Option<&Path>) -> Self {
        let mut shown = Shown::new();
        let Some(here) = here else { return Files::default() };
        let roots = [Some(here.to_owned()), here.canonicalize().ok()];
        let mut elsewhere: Vec<Arc<str>> = Vec::new();
        for name in names {
            if shown.contains_key(name) {
                continue;
            }
            let relative = roots.iter().flatten().find_map(|root| Path::new(&**name).strip_prefix(root).ok());
            match relative.filter(|path| is_plain(path)) {
                Some(relative) => {
                    shown.insert(name.clone(), (Arc::from(slashes(relative)), true));
                }
                None => {
                    shown.insert(name.clone(), (name.clone(), false));
                    elsewhere.push(name.clone());
                }
            }
        }
        if let Some(cut) = moved(&elsewhere, here) {
            for name in &elsewhere {
                let rest: PathBuf = Path::new(&**name).components().skip(cut).collect();
                shown.insert(name.clone(), (Arc::from(slashes(&rest)), true));
            }
        }
        let maps = maps(&shown, here);
        Files { shown: Arc::new(shown), maps: Arc::new(maps) }
    }

    /// The line, as messages name it.
    pub fn line(&self, line: &Line) -> CodeLine {
        let (file, is_local) =
            self.shown.get(&line.file).cloned().unwrap_or_else(|| (line.file.clone(), false));
        let map = self.maps.get(&line.file);
        match map.and_then(|map| map.original(line.line, line.column)) {
            Some((file, line, column)) => CodeLine { file, line, column: Some(column), is_local: true },
            None => CodeLine { file, line: line.line, column: line.column, is_local },
        }
    }
}

/// The source maps that lie beside compiled files in the working directory.
fn maps(shown: &Shown, here: &Path) -> HashMap<Arc<str>, SourceMap> {
    let is_compiled = |path: &str| [".js", ".mjs", ".cjs"].iter().any(|extension| path.ends_with(extension));
    let mut compiled = shown.iter().filter(|(_, (path, is_local))| *is_local && is_compiled(path)).peekable();
    if compiled.peek().is_none() {
        return HashMap::new();
    }
    let Ok(folder) = Folder::open(here, Path::new("")) else { return HashMap::new() };
    compiled.filter_map(|(name, (path, _))| Some((name.clone(), SourceMap::beside(path, &folder)?))).collect()
}

/// How many components to cut off all `names` so that each is a file in `here`: the fewest possible.
fn moved(names: &[Arc<str>], here: &Path) -> Option<usize> {
    let paths: Vec<Vec<Component>> =
        names.iter().map(|name| Path::new(&**name).components().collect()).collect();
    let first = paths.first()?;
    let same = |length: &usize| paths.iter().all(|path| path.get(..*length) == first.get(..*length));
    // The file's own name is never cut off.
    let shared = (1..first.len()).take_while(same).last()?;
    (1..=shared).find(|cut| {
        paths.iter().all(|path| {
            let rest: PathBuf = path.iter().skip(*cut).collect();
            is_plain(&rest) && here.join(&rest).is_file()
        })
    })
}

/// Whether a relative path leads down and nowhere else.
fn is_plain(path: &Path) -> bool {
    path.file_name().is_some() && path.components().all(|part| matches!(part, Component::Normal(_)))
}

/// A relative path as reports write it on every system.
fn slashes(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
