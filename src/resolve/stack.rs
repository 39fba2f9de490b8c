//! What a template would deploy: its resources with concrete properties, and its outputs.

use super::{Unknown, Value};
use crate::source::Provenance;
use crate::template::{Diagnostic, MadeBy, Map, SourceFile, Span, Text};
use std::sync::Arc;

/// A template, resolved: the stack that it would make.
#[derive(Clone, Debug)]
pub struct Stack {
    /// The files that spans point into: the template first, then what it includes.
    pub files: Vec<Arc<SourceFile>>,
    /// The resources, in the order of the template. Those whose condition is false are not here.
    pub resources: Vec<Resource>,
    /// The outputs' values. Those whose condition is false are not here.
    pub outputs: Map<Value>,
    /// All that was wrong or odd in reading and resolving, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// Why the set of resources may not be all that would be deployed: macros and modules that only
    /// AWS can run. Empty if the stack is completely known.
    pub incomplete: Vec<Incomplete>,
    /// Where secrets stand in the files, such as the default of a parameter with `NoEcho`: no report shows
    /// these bytes.
    pub secrets: Vec<Span>,
    /// Where the stack comes from, and where it goes.
    pub provenance: Provenance,
    /// The template after local includes, loops and serverless resources were expanded, if
    /// [`super::Environment::keep_expanded`] asked for it.
    pub expanded: Option<serde_json::Value>,
}

/// Something that could not be expanded, so that resources may be missing or different in the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Incomplete {
    /// Where it is used.
    pub span: Span,
    /// What it is and why that matters, in one sentence without a full stop.
    pub message: String,
}

/// A resource with its properties worked out.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its logical ID, after loops were expanded.
    pub logical_id: Text,
    /// Where the logical ID stands.
    pub span: Span,
    /// Its type.
    pub resource_type: Text,
    /// Where the type stands.
    pub type_span: Span,
    /// Its properties: a map (empty where the template gives none), or unknown as a whole.
    pub properties: Value,
    /// The condition that decides whether the resource is there at all, if that is not known.
    pub condition: Option<Unknown>,
    /// The name of its condition, known or not.
    pub condition_name: Option<Text>,
    /// Its `Metadata`.
    pub metadata: Option<Value>,
    /// `DeletionPolicy`.
    pub deletion_policy: Option<Value>,
    /// `UpdateReplacePolicy`.
    pub update_replace_policy: Option<Value>,
    /// `UpdatePolicy`.
    pub update_policy: Option<Value>,
    /// `CreationPolicy`.
    pub creation_policy: Option<Value>,
    /// The resource of the Serverless Application Model that it was made from.
    pub made_by: Option<MadeBy>,
}

impl Stack {
    /// The name of the template's file.
    pub fn name(&self) -> &str {
        self.files.first().map_or("", |file| &file.name)
    }

    /// The resource with this logical ID.
    pub fn resource(&self, logical_id: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| &*resource.logical_id == logical_id)
    }

    /// Whether CDK keeps books with a resource, or aws-cdk-lib brings it along: nobody misses a verdict on it.
    pub fn is_bookkeeping(&self, logical_id: &str, resource_type: &str) -> bool {
        resource_type == "AWS::CDK::Metadata"
            || self.provenance.construct(logical_id).is_some_and(|construct| construct.is_library_code)
    }

    /// Whether an error stood in the way: nothing of the template may then be judged.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}
