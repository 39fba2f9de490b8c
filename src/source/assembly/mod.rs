//! Cloud assemblies: the folder (`cdk.out`) in which CDK writes the templates of an app, with a manifest that says what
//! they are.
//!
//! Nothing outside the folder is ever read, whatever the manifest says. What is broken is an error of that part: the
//! rest is judged all the same, and nothing is forgotten. Construct metadata is not needed for a verdict, so what is wrong
//! with it is only a warning.

mod assets;
mod code_lines;
mod constructs;
mod manifest;
mod metadata;
mod pattern;
mod source_map;
mod trace;

pub use pattern::StackPattern;

use super::folder::Folder;
use super::read::text_of;
use super::{Construct, LookupRole, Provenance, Source};
use crate::template::{MAX_BYTES, Node, SourceFile, Template};
use assets::Assets;
use code_lines::Files;
use manifest::{Manifest, StackArtifact};
use metadata::Metadata;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The folder in which CDK writes an assembly unless told otherwise, and a file that marks every assembly.
pub(super) const CDK_OUT: &str = "cdk.out";
const MANIFEST: &str = "manifest.json";

/// How long a manifest or a file of metadata may be, in bytes: in older assemblies it holds the traces of all constructs.
const MAX_JSON: usize = 128 << 20;

/// How many stacks are read from an assembly, and how many assemblies may be nested in it.
const MAX_STACKS: usize = 5_000;
const MAX_ASSEMBLIES: usize = 1_000;

/// What the manifest of an assembly says of a stack.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// The artifact's ID, unique in its assembly and those around it.
    pub id: String,
    /// The IDs of artifacts that are deployed before it.
    pub depends_on: Vec<String>,
    /// The values of parameters that the assembly sets.
    pub parameters: Vec<(String, String)>,
    /// What the user should know.
    pub warnings: Vec<String>,
    /// Why the stack is not what would be deployed.
    pub incomplete: Vec<String>,
    pub(super) constructs: Arc<ConstructIndex>,
    /// The path of the `NestedStack` construct, for the template of a nested stack.
    pub(super) nested_in: Option<String>,
}

/// What is known of the constructs of a stack and the stacks nested in it.
#[derive(Debug, Default)]
pub(super) struct ConstructIndex {
    metadata: Metadata,
    files: Files,
    /// The files that the assembly publishes, for all its stacks.
    assets: Arc<Assets>,
}

impl Artifact {
    /// The template that a nested stack's `TemplateURL` will lead to: its path in the folder of this one's.
    pub(super) fn asset(&self, url: &Node) -> Option<&str> {
        let ConstructIndex { metadata, assets, .. } = &*self.constructs;
        assets.path(url).or_else(|| metadata.assets.path(url))
    }

    /// The constructs that made the template's resources.
    pub(super) fn constructs(&self, template: &Template) -> HashMap<Arc<str>, Construct> {
        let ConstructIndex { metadata, files, .. } = &*self.constructs;
        constructs::of(template, metadata, files, self.nested_in.as_deref())
    }

    /// What the assembly knows of a stack that is nested in this one, made by the resource `logical_id`.
    pub(super) fn nested(&self, logical_id: &str, construct: Option<&Construct>) -> Artifact {
        let path = construct.and_then(|construct| metadata::nested_stack(&construct.path));
        Artifact {
            id: format!("{}/{logical_id}", self.id),
            depends_on: Vec::new(),
            parameters: Vec::new(),
            warnings: Vec::new(),
            incomplete: Vec::new(),
            constructs: Arc::clone(&self.constructs),
            nested_in: path.map(str::to_owned),
        }
    }
}

/// Whether a directory is a cloud assembly: by CDK's marker, or by what its manifest says, as others have manifests too.
pub(super) fn is_assembly(directory: &Path) -> bool {
    let manifest = directory.join(MANIFEST);
    directory.join(CDK_OUT).is_file()
        || manifest.is_file() && text_of(&manifest, MAX_JSON).is_ok_and(|text| manifest::is_manifest(&text))
}

/// The stacks of the assembly in `directory`, called `shown` in messages. What can't be read is a source without text.
pub(super) fn read(directory: &Path, shown: &Path) -> Vec<Source> {
    let folder = match Folder::open(directory, shown) {
        Ok(folder) => Arc::new(folder),
        Err(reason) => return vec![broken(shown.display().to_string(), reason)],
    };
    let mut reader = Reader { folder, found: Vec::new(), seen: HashSet::new(), broken: Vec::new() };
    reader.assembly(Path::new(""));
    let Reader { folder, found, mut broken, .. } = reader;
    if found.is_empty() && broken.is_empty() {
        broken.push(self::broken(
            folder.name(Path::new(MANIFEST)),
            "lists no stack: there is nothing to judge".into(),
        ));
    }
    let mut sources: Vec<Source> = found.into_par_iter().map(|stack| stack.source(&folder)).collect();
    locate(&mut sources);
    broken.append(&mut sources);
    broken
}

/// Names the files that traces speak of as they are called here, for all stacks at once: together they tell where
/// the program lay on the machine that synthesised.
fn locate(sources: &mut [Source]) {
    let here = std::env::current_dir().ok();
    let files = {
        let indexes = sources.iter().filter_map(|source| source.artifact.as_ref());
        let names = indexes.flat_map(|artifact| artifact.constructs.metadata.files());
        let names: HashSet<&Arc<str>> = names.collect();
        let mut names: Vec<_> = names.into_iter().collect();
        names.sort_unstable();
        Files::new(names.into_iter(), here.as_deref())
    };
    for artifact in sources.iter_mut().filter_map(|source| source.artifact.as_mut()) {
        if let Some(index) = Arc::get_mut(&mut artifact.constructs) {
            index.files = files.clone();
        }
    }
}

/// A part that can't be read.
fn broken(name: String, reason: String) -> Source {
    Source {
        name,
        folder: None,
        path: None,
        is_found: false,
        text: Err(reason),
        provenance: Provenance::default(),
        artifact: None,
        place: None,
    }
}

/// A stack that a manifest lists, not read yet.
struct Found {
    directory: PathBuf,
    template_file: String,
    metadata: Metadata,
    metadata_file: Option<String>,
    assets: Arc<Assets>,
    artifact: Artifact,
    provenance: Provenance,
}

struct Reader {
    folder: Arc<Folder>,
    found: Vec<Found>,
    /// The directories that were read, without symbolic links: an assembly may list itself.
    seen: HashSet<PathBuf>,
    broken: Vec<Source>,
}

impl Reader {
    /// Reads the manifest in `directory`, a path in the folder, and those nested in it.
    fn assembly(&mut self, directory: &Path) {
        let mut waiting = vec![directory.to_owned()];
        // A stack: no chain of assemblies is too long for it. Reversed, so that stages keep their order.
        while let Some(directory) = waiting.pop() {
            let mut nested = self.manifest(&directory);
            nested.reverse();
            waiting.append(&mut nested);
        }
    }

    /// Reads one manifest; gives the directories of the assemblies that it lists.
    fn manifest(&mut self, directory: &Path) -> Vec<PathBuf> {
        let file = directory.join(MANIFEST);
        let name = self.folder.name(&file);
        let is_new = match self.folder.real(directory) {
            Ok(real) => self.seen.insert(real),
            Err(reason) => return self.give_up(name, reason),
        };
        if !is_new {
            return self.give_up(name, "is listed more than once: assemblies can't hold each other".into());
        }
        if self.seen.len() > MAX_ASSEMBLIES {
            return self
                .give_up(name, format!("is not read: more than {MAX_ASSEMBLIES} assemblies are nested"));
        }
        let text = match self.folder.read(&file, MAX_JSON) {
            Ok(text) => text,
            Err(reason) => return self.give_up(name, reason),
        };
        match manifest::read(&text) {
            Ok(manifest) => self.artifacts(directory, &name, manifest),
            Err(reason) => self.give_up(name, reason),
        }
    }

    fn artifacts(&mut self, directory: &Path, name: &str, manifest: Manifest<'_>) -> Vec<PathBuf> {
        let assets = Arc::new(self.assets(directory, &manifest.assets));
        let mut newer = manifest.newer.map(|version| manifest::newer_warning(name, &version));
        for (id, stack) in manifest.stacks {
            let shown = format!("{name} ({id})");
            match stack {
                Err(reason) => self.broken.push(broken(shown, reason)),
                Ok(_) if self.found.len() >= MAX_STACKS => {
                    let reason = format!("is not read: the assembly has more than {MAX_STACKS} stacks");
                    self.broken.push(broken(name.to_owned(), reason));
                    return Vec::new();
                }
                Ok(stack) => {
                    let mut found = self.stack(directory, &id, stack);
                    found.assets = Arc::clone(&assets);
                    found.artifact.warnings.extend(newer.take());
                    let (account_id, region) = (&found.provenance.account_id, &found.provenance.region);
                    let lookups = manifest.missing.iter();
                    let mut lookups: Vec<&str> = lookups
                        .filter(|missing| missing.concerns(account_id.as_deref(), region.as_deref()))
                        .map(|missing| missing.provider())
                        .collect();
                    lookups.sort_unstable();
                    lookups.dedup();
                    if !lookups.is_empty() {
                        found.artifact.incomplete.push(format!(
                            "the app was synthesised without looking up what it asks of the account ({}), so the template \
                             holds dummy values such as `vpc-12345` in its place; run `cdk synth` with credentials, or \
                             commit cdk.context.json",
                            lookups.join(", ")
                        ));
                    }
                    self.found.push(found);
                }
            }
        }
        let mut nested = Vec::with_capacity(manifest.assemblies.len());
        for (id, assembly) in manifest.assemblies {
            match assembly.and_then(|assembly| self.folder.inside(directory, &assembly)) {
                Ok(directory) => nested.push(directory),
                Err(reason) => {
                    self.broken.push(broken(format!("{name} ({id})"), format!("its directory {reason}")))
                }
            }
        }
        nested
    }

    /// The files that the asset manifests of one assembly name.
    fn assets(&self, directory: &Path, manifests: &[String]) -> Assets {
        let read = |file: &String| self.folder.read(&self.folder.inside(directory, file)?, MAX_JSON);
        let mut assets = Assets::default();
        manifests.iter().filter_map(|file| read(file).ok()).for_each(|json| assets.add_manifest(&json));
        assets
    }

    fn stack(&self, directory: &Path, id: &str, stack: StackArtifact<'_>) -> Found {
        let qualified = |id: &str| directory.join(id).display().to_string();
        let mut artifact = Artifact {
            id: qualified(id),
            depends_on: stack.dependencies.iter().map(|id| qualified(id)).collect(),
            parameters: stack.parameters,
            warnings: Vec::new(),
            incomplete: Vec::new(),
            constructs: Arc::default(),
            nested_in: None,
        };
        let mut metadata = Metadata::default();
        if let Some(Err(reason)) = stack.metadata.map(|json| metadata.add(json.get())) {
            artifact.warnings.push(format!("the metadata of the stack in the manifest {reason}"));
        }
        Found {
            directory: directory.to_owned(),
            template_file: stack.template_file,
            metadata,
            metadata_file: stack.metadata_file,
            assets: Arc::default(),
            artifact,
            provenance: Provenance {
                display_name: Some(stack.display_name.unwrap_or_else(|| id.to_owned())),
                account_id: stack.account_id,
                region: stack.region,
                stack_name: stack.stack_name,
                lookup_role: stack.lookup_role.map(|(arn, external_id)| LookupRole { arn, external_id }),
                assembly: Some(self.folder.name(Path::new(""))),
                ..Provenance::default()
            },
        }
    }

    fn give_up(&mut self, name: String, reason: String) -> Vec<PathBuf> {
        self.broken.push(broken(name, reason));
        Vec::new()
    }
}

impl Found {
    /// Reads the template and the metadata beside it.
    fn source(self, folder: &Arc<Folder>) -> Source {
        let Found { directory, template_file, mut metadata, metadata_file, assets, mut artifact, provenance } =
            self;
        if let Some(file) = metadata_file {
            let text = folder.inside(&directory, &file).and_then(|path| folder.read(&path, MAX_JSON));
            if let Err(reason) = text.and_then(|text| metadata.add(&text)) {
                artifact.warnings.push(format!(
                    "the construct metadata in `{file}` {reason}: source lines and some construct paths are missing"
                ));
            }
        }
        artifact.constructs = Arc::new(ConstructIndex { metadata, files: Files::default(), assets });
        let path = folder.inside(&directory, &template_file);
        let name = path.as_ref().map_or_else(|_| template_file.clone(), |path| folder.name(path));
        let text = path.and_then(|path| Ok((folder.read(&path, MAX_BYTES)?, path)));
        let (text, directory) = match text {
            Ok((text, path)) => {
                let directory = path.parent().map_or_else(PathBuf::new, Path::to_owned);
                (Ok(SourceFile { name: name.clone(), text }), directory)
            }
            Err(reason) => (Err(format!("the template of the stack {reason}")), directory),
        };
        let real = folder.real(&directory).ok();
        let place = Some(super::Place { root: Arc::clone(folder), directory });
        Source {
            name,
            folder: real,
            path: None,
            is_found: false,
            text,
            provenance,
            artifact: Some(artifact),
            place,
        }
    }
}
