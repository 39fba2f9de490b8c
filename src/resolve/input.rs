//! From a source to what is resolved: the template, what is known of its deployment, the stacks nested in it.

use super::Environment;
use crate::source::{Nested, NestedStack, Provenance, Source};
use crate::template::{Diagnostic, Resource, Span, Template, Text};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How deep stacks may be nested, and how many may be nested in one altogether.
const MAX_DEPTH: usize = 16;
const MAX_NESTED: usize = 1_000;

/// A template with its surroundings, to be resolved.
#[derive(Debug, Default)]
pub struct Input {
    /// The template.
    pub template: Template,
    /// What is known of its deployment.
    pub environment: Environment,
    /// Where its stack comes from.
    pub provenance: Provenance,
    /// Its ID among stacks that are deployed together.
    pub id: Option<String>,
    /// The IDs of stacks that are deployed before.
    pub depends_on: Vec<String>,
    /// Why the stack is not what would be deployed.
    pub incomplete: Vec<String>,
    /// The template's file, where there is one.
    pub path: Option<PathBuf>,
    /// It was found by searching a directory: the user didn't name it.
    pub is_found: bool,
    /// The stacks nested in it, by the logical ID of the resource that makes each.
    pub nested: Vec<(Text, Input)>,
    /// Where to look for the stacks that its loops and the files that it includes nest in it.
    pub(super) nested_later: Option<NestedLater>,
}

/// Where to look for the nested stacks that are known only when loops and includes are expanded.
#[derive(Debug)]
pub(super) struct NestedLater {
    /// The template's source, of which the text is not needed any more.
    source: Source,
    depth: usize,
    remaining: Arc<AtomicUsize>,
}

impl NestedLater {
    /// Reads the stacks that these resources make, and what is wrong with their templates.
    pub fn read(&self, resources: &[Resource]) -> (Vec<(Text, Input)>, Vec<Diagnostic>) {
        let Nested { stacks, diagnostics, .. } = self.source.nested_by(resources, &HashMap::new());
        (read_nested(stacks, self.depth, &self.remaining), diagnostics)
    }
}

impl Input {
    /// A template of which nothing else is known.
    pub fn of(template: Template) -> Input {
        Input { template, ..Input::default() }
    }

    /// Reads the templates of `sources` and those nested in them. A template that was found in a directory and is also
    /// nested in another is left out by itself: it is deployed with what its parent passes.
    pub fn read_all(sources: Vec<Source>) -> Vec<Input> {
        // A single one isn't worth the start of threads.
        let mut inputs: Vec<Input> = match sources.len() {
            1 => sources.into_iter().map(Input::read).collect(),
            _ => sources.into_par_iter().map(Input::read).collect(),
        };
        let mut nested = HashSet::new();
        inputs.iter().for_each(|input| input.paths_of_nested(&mut nested));
        if !nested.is_empty() {
            inputs.retain(|input| !input.is_found || !input.is_one_of(&nested));
        }
        inputs
    }

    /// Whether this is one of the nested templates and doesn't nest itself: those on a circle all stay.
    fn is_one_of(&self, nested: &HashSet<PathBuf>) -> bool {
        let Some(path) = self.path.as_ref().and_then(|path| path.canonicalize().ok()) else { return false };
        let mut own = HashSet::new();
        self.paths_of_nested(&mut own);
        nested.contains(&path) && !own.contains(&path)
    }

    fn paths_of_nested(&self, paths: &mut HashSet<PathBuf>) {
        for (_, nested) in &self.nested {
            paths.extend(nested.path.clone());
            nested.paths_of_nested(paths);
        }
    }

    /// Reads the template of `source` and those nested in it. One that can't be read has an error and nothing else.
    pub fn read(source: Source) -> Input {
        read(source, 0, &Arc::new(AtomicUsize::new(MAX_NESTED)))
    }
}

fn read(mut source: Source, depth: usize, remaining: &Arc<AtomicUsize>) -> Input {
    let text = std::mem::replace(&mut source.text, Err(String::new()));
    let mut template = match text {
        Ok(file) if source.artifact.is_some() => Template::parse_of_app(file.name, file.text),
        Ok(file) => Template::parse(file.name, file.text),
        Err(reason) => unreadable(&source.name, reason),
    };
    let Nested { constructs, stacks, diagnostics } = source.nested(&template);
    template.diagnostics.extend(diagnostics);
    let nested = read_nested(stacks, depth, remaining);
    let is_expanded =
        template.loops.is_empty() && template.transforms.is_empty() && template.section_transforms.is_empty();
    let nested_later = (!is_expanded).then(|| NestedLater {
        source: source.clone(),
        depth,
        remaining: Arc::clone(remaining),
    });
    let Source { folder, path, is_found, mut provenance, artifact, .. } = source;
    provenance.constructs = constructs;
    let mut input = Input { template, provenance, path, is_found, nested, nested_later, ..Input::default() };
    input.environment.include_folder = folder;
    if let Some(artifact) = artifact {
        let warnings = artifact.warnings.into_iter().map(|message| Diagnostic::warning(START, message));
        input.template.diagnostics.extend(warnings);
        input.id = Some(artifact.id);
        input.depends_on = artifact.depends_on;
        input.incomplete = artifact.incomplete;
        for (name, value) in artifact.parameters {
            let value = super::ParameterValue { value, given: "the cloud assembly".into() };
            input.environment.parameters.insert(name, value);
        }
    }
    input
}

/// Reads the stacks nested in one, as many as are left.
fn read_nested(stacks: Vec<NestedStack>, depth: usize, remaining: &Arc<AtomicUsize>) -> Vec<(Text, Input)> {
    let mut nested: Vec<(Text, Input)> = Vec::with_capacity(stacks.len());
    for NestedStack { logical_id, source } in stacks {
        let left = remaining.load(Ordering::Relaxed);
        let child = match left.checked_sub(1) {
            Some(rest) if depth < MAX_DEPTH => {
                remaining.store(rest, Ordering::Relaxed);
                read(source, depth + 1, remaining)
            }
            // One says it for all that follow.
            None if nested.last().is_some_and(|(_, last)| last.template.has_errors()) => continue,
            _ => Input {
                template: unreadable(&source.name, too_many(depth)),
                provenance: source.provenance,
                ..Input::default()
            },
        };
        nested.push((logical_id, child));
    }
    nested
}

fn too_many(depth: usize) -> String {
    if depth >= MAX_DEPTH {
        format!("stacks are nested more than {MAX_DEPTH} levels deep here: this one is not read")
    } else {
        format!("more than {MAX_NESTED} stacks are nested in one: this one and those after it are not read")
    }
}

/// The beginning of a file, for what concerns all of it.
pub(super) const START: Span =
    Span { file: crate::template::FileId::TEMPLATE, start: 0, end: 0, line: 1, column: 1 };

/// In place of a template that can't be read, one whose only content is the reason.
fn unreadable(name: &str, reason: String) -> Template {
    let mut template = Template::parse(name, "");
    template.diagnostics = vec![Diagnostic::error(START, reason)];
    template
}
