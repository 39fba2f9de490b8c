//! Nested stacks: templates that a template names and that lie beside it.
//!
//! CDK writes the template's file into the resource's metadata; elsewhere `TemplateURL` may be a local path, as
//! `aws cloudformation package` takes it. Nothing outside the folder of the outermost template is read.

use super::folder::Folder;
use super::{Artifact, Construct, NestedIn, Place, Provenance, Source};
use crate::template::{Diagnostic, MAX_BYTES, Node, Resource, SourceFile, Template};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the surroundings of a template say of it.
#[derive(Debug, Default)]
pub struct Nested {
    /// The constructs that made its resources, by logical ID.
    pub constructs: HashMap<Arc<str>, Construct>,
    /// The stacks nested in it, in the order of the template.
    pub stacks: Vec<NestedStack>,
    /// The nested stacks whose templates are not at hand.
    pub diagnostics: Vec<Diagnostic>,
}

/// A nested stack.
#[derive(Debug)]
pub struct NestedStack {
    /// The logical ID of the resource that makes it.
    pub logical_id: Arc<str>,
    /// Its template.
    pub source: Source,
}

impl Source {
    /// Finds the constructs and the nested stacks of this source, of which `template` was read.
    pub fn nested(&self, template: &Template) -> Nested {
        let constructs =
            self.artifact.as_ref().map(|artifact| artifact.constructs(template)).unwrap_or_default();
        let mut nested = self.nested_by(&template.resources, &constructs);
        nested.constructs = constructs;
        nested
    }

    /// Finds the stacks that these resources of the template make, for which these constructs are known.
    pub fn nested_by(&self, resources: &[Resource], constructs: &HashMap<Arc<str>, Construct>) -> Nested {
        let mut nested = Nested::default();
        let mut place = self.place.clone();
        for resource in resources {
            if !makes_stack(resource) {
                continue;
            }
            let Some(location) = location(resource, self.artifact.as_ref()) else { continue };
            let message = match location {
                Location::Local(path) => {
                    if place.is_none() {
                        place = self.folder.as_deref().and_then(|folder| Place::of(folder, &self.name).ok());
                    }
                    if let Some(place) = &place {
                        let construct = constructs.get(&resource.logical_id);
                        let source = self.follow(place, resource, path, construct);
                        nested.stacks.push(NestedStack { logical_id: resource.logical_id.clone(), source });
                        continue;
                    }
                    "it is a local file, and a template from standard input has no folder to look in"
                }
                Location::Elsewhere => "it is not a local file",
            };
            nested.diagnostics.push(
                Diagnostic::warning(
                    resource.span,
                    format!(
                        "the template of the nested stack `{}` is not judged: {message}",
                        resource.logical_id
                    ),
                )
                .help(match &*resource.resource_type {
                    APPLICATION => "judge it by itself, or name a file beside this template in Location",
                    _ => "judge it by itself, or name a file beside this template in TemplateURL",
                }),
            );
        }
        nested
    }

    /// Reads the template of a nested stack; a source without text if that fails.
    fn follow(
        &self,
        place: &Place,
        resource: &Resource,
        location: &str,
        construct: Option<&Construct>,
    ) -> Source {
        let parent = self.provenance.display_name.clone();
        let artifact =
            self.artifact.as_ref().map(|artifact| artifact.nested(&resource.logical_id, construct));
        let construct_path = artifact.as_ref().and_then(|artifact| artifact.nested_in.clone());
        let provenance = Provenance {
            display_name: construct_path
                .or_else(|| Some(format!("{}/{}", parent.as_deref()?, resource.logical_id))),
            nested_in: Some(NestedIn {
                parent: parent.unwrap_or_else(|| self.name.clone()),
                logical_id: resource.logical_id.clone(),
            }),
            // The name of a nested stack is made up when it is deployed.
            stack_name: None,
            constructs: HashMap::new(),
            ..self.provenance.clone()
        };
        let inside = place.root.inside(&place.directory, location);
        let name = inside.as_ref().map_or_else(|_| location.to_owned(), |inside| place.root.name(inside));
        let text =
            inside.as_ref().map_err(Clone::clone).and_then(|inside| place.root.read(inside, MAX_BYTES));
        let path = inside.as_ref().ok().and_then(|inside| place.root.real(inside).ok());
        let directory =
            inside.ok().and_then(|inside| inside.parent().map(Path::to_owned)).unwrap_or_default();
        Source {
            folder: place.root.real(&directory).ok(),
            path,
            is_found: false,
            text: text.map(|text| SourceFile { name: name.clone(), text }).map_err(|reason| {
                format!(
                    "the template of the nested stack `{}` {reason}",
                    provenance.called(&resource.logical_id)
                )
            }),
            name,
            artifact,
            place: Some(Place { root: Arc::clone(&place.root), directory }),
            provenance,
        }
    }
}

impl Place {
    /// The folder of a template that is called `name`.
    fn of(folder: &Path, name: &str) -> Result<Self, String> {
        let shown = Path::new(name).parent().unwrap_or(Path::new(""));
        Ok(Place { root: Arc::new(Folder::open(folder, shown)?), directory: PathBuf::new() })
    }
}

/// The type of nested stacks in the Serverless Application Model.
const APPLICATION: &str = "AWS::Serverless::Application";

/// Whether a resource is a nested stack. An application in the Serverless Application Repository has no template that
/// could be followed.
fn makes_stack(resource: &Resource) -> bool {
    match &*resource.resource_type {
        "AWS::CloudFormation::Stack" => true,
        APPLICATION => {
            let properties = resource.properties.as_ref().and_then(Node::as_map);
            let location = properties.and_then(|properties| properties.get("Location"));
            // What lies elsewhere is listed when the application is expanded.
            location.and_then(Node::as_text).is_some_and(|location| !location.contains("://"))
        }
        _ => false,
    }
}

enum Location<'t> {
    Local(&'t str),
    Elsewhere,
}

/// Where the template of a nested stack lies; `None` if the resource doesn't say.
fn location<'t>(resource: &'t Resource, artifact: Option<&'t Artifact>) -> Option<Location<'t>> {
    fn text<'n>(node: Option<&'n Node>, key: &str) -> Option<&'n str> {
        node?.as_map()?.get(key)?.as_text().map(|text| &**text)
    }
    let metadata = resource.metadata.as_ref();
    if let (Some(path), Some("TemplateURL")) =
        (text(metadata, "aws:asset:path"), text(metadata, "aws:asset:property"))
    {
        return Some(Location::Local(path));
    }
    let property = if &*resource.resource_type == APPLICATION { "Location" } else { "TemplateURL" };
    let url = resource.properties.as_ref()?.as_map()?.get(property)?;
    if let Some(path) = artifact.and_then(|artifact| artifact.asset(url)) {
        return Some(Location::Local(path));
    }
    Some(match url.as_text() {
        Some(path) if !path.is_empty() && !path.contains("://") => Location::Local(path),
        _ => Location::Elsewhere,
    })
}
