//! The sections of a template: what CloudFormation's template anatomy names, still unevaluated.
//!
//! Facts: the AWS CloudFormation User Guide, "Template sections".

use super::{Diagnostic, Map, Node, SourceFile, Span, Text};
use std::sync::Arc;

/// A template that was read. Values in it are nodes: nothing is evaluated yet.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// The files that spans point into: the template first, then what it includes.
    pub files: Vec<Arc<SourceFile>>,
    /// `Description`, if it is text.
    pub description: Option<Text>,
    /// `Transform`: macros that CloudFormation would run over the whole template, in order.
    pub transforms: Vec<Transform>,
    /// `Parameters`.
    pub parameters: Vec<Parameter>,
    /// `Mappings`: checked to be two levels deep with text or list leaves.
    pub mappings: Map<Node>,
    /// `Conditions`, with their expressions.
    pub conditions: Map<Node>,
    /// `Rules`: assertions about parameters.
    pub rules: Map<Node>,
    /// `Resources`. A `Fn::ForEach::…` loop is an entry of [`Template::loops`], not a resource.
    pub resources: Vec<Resource>,
    /// `Outputs`.
    pub outputs: Vec<Output>,
    /// The `Fn::ForEach::…` entries of Resources, Conditions and Outputs.
    pub loops: Vec<Loop>,
    /// The `Fn::Transform` entries that stand where a section's entries or the sections themselves stand:
    /// what they bring is unknown.
    pub section_transforms: Vec<SectionTransform>,
    /// `Metadata` of the template.
    pub metadata: Option<Node>,
    /// `Globals` of the Serverless Application Model.
    pub globals: Option<Node>,
    /// All that is wrong or odd, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

impl Template {
    /// Whether CloudFormation would refuse the template.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Whether macros of unknown effect run over the whole template: an account's own, or what an include
    /// brings at the top level.
    pub fn has_macros(&self) -> bool {
        self.transforms.iter().any(Transform::is_macro)
            || self.section_transforms.iter().any(|transform| transform.section.is_none())
    }
}

/// An entry of the section `Transform`.
#[derive(Clone, Debug, PartialEq)]
pub struct Transform {
    /// `AWS::LanguageExtensions`, `AWS::Serverless-2016-10-31`, or a macro's name.
    pub name: Text,
    /// Where the name stands.
    pub span: Span,
    /// `Parameters` of the form `{Name, Parameters}`.
    pub parameters: Option<Node>,
}

impl Transform {
    /// The transform that brings `Fn::ForEach`, `Fn::Length`, `Fn::ToJsonString` and functions in more places.
    pub const LANGUAGE_EXTENSIONS: &'static str = "AWS::LanguageExtensions";

    /// The transform of the AWS Serverless Application Model.
    pub const SERVERLESS: &'static str = "AWS::Serverless-2016-10-31";

    /// Whether this is [`Transform::LANGUAGE_EXTENSIONS`].
    pub fn is_language_extensions(&self) -> bool {
        &*self.name == Self::LANGUAGE_EXTENSIONS
    }

    /// Whether this is [`Transform::SERVERLESS`].
    pub fn is_serverless(&self) -> bool {
        &*self.name == Self::SERVERLESS
    }

    /// Whether this is an account's own macro, or one of AWS's that brings pieces of template from elsewhere.
    pub fn is_macro(&self) -> bool {
        !self.name.starts_with("AWS::") || &*self.name == "AWS::Include"
    }
}

/// A `Fn::Transform` that stands where a section's entries stand, or the sections themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionTransform {
    /// The section that it brings entries for, or none at the top level of the template.
    pub section: Option<&'static str>,
    /// Where the key stands.
    pub span: Span,
    /// `{Name, Parameters}`.
    pub body: Node,
}

/// An entry of the section `Parameters`.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name.
    pub name: Text,
    /// Where the name stands.
    pub span: Span,
    /// `Type`, as written: `String`, `Number`, `CommaDelimitedList`, `List<Number>`,
    /// `AWS::EC2::VPC::Id`, `AWS::SSM::Parameter::Value<String>`…
    pub parameter_type: Text,
    /// `Default`: always text in the end, whatever scalar was written.
    pub default: Option<Node>,
    /// `NoEcho` is true: the value is a secret.
    pub no_echo: bool,
    /// `AllowedValues`, as text, with where each stands.
    pub allowed_values: Option<Vec<(Text, Span)>>,
    /// `AllowedPattern`: a regular expression that has to match the whole value.
    pub allowed_pattern: Option<(Text, Span)>,
    /// `ConstraintDescription`.
    pub constraint_description: Option<Text>,
    /// `MinLength` in characters.
    pub min_length: Option<u64>,
    /// `MaxLength` in characters.
    pub max_length: Option<u64>,
    /// `MinValue` of a number.
    pub min_value: Option<f64>,
    /// `MaxValue` of a number.
    pub max_value: Option<f64>,
}

/// An entry of the section `Resources`.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its logical ID.
    pub logical_id: Text,
    /// Where the logical ID stands.
    pub span: Span,
    /// `Type`.
    pub resource_type: Text,
    /// Where the type stands.
    pub type_span: Span,
    /// `Properties`.
    pub properties: Option<Node>,
    /// `Condition`: the name, and where it stands.
    pub condition: Option<(Text, Span)>,
    /// `DependsOn`: logical IDs.
    pub depends_on: Vec<(Text, Span)>,
    /// `Metadata`.
    pub metadata: Option<Node>,
    /// `DeletionPolicy`.
    pub deletion_policy: Option<Node>,
    /// `UpdateReplacePolicy`.
    pub update_replace_policy: Option<Node>,
    /// `UpdatePolicy`.
    pub update_policy: Option<Node>,
    /// `CreationPolicy`.
    pub creation_policy: Option<Node>,
    /// `Connectors` of the Serverless Application Model.
    pub connectors: Option<Node>,
    /// `IgnoreGlobals` of the Serverless Application Model.
    pub ignore_globals: Option<Node>,
    /// The resource of the Serverless Application Model that it was made from.
    pub made_by: Option<MadeBy>,
}

impl Resource {
    /// A resource of which nothing but name and type is known.
    pub fn new(logical_id: Text, span: Span, resource_type: Text, type_span: Span) -> Self {
        Self {
            logical_id,
            span,
            resource_type,
            type_span,
            properties: None,
            condition: None,
            depends_on: Vec::new(),
            metadata: None,
            deletion_policy: None,
            update_replace_policy: None,
            update_policy: None,
            creation_policy: None,
            connectors: None,
            ignore_globals: None,
            made_by: None,
        }
    }
}

/// The resource of the Serverless Application Model that another was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeBy {
    /// Its logical ID.
    pub logical_id: Text,
    /// Its type: `AWS::Serverless::Function`.
    pub resource_type: Text,
}

/// An entry of the section `Outputs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Output {
    /// Its logical ID.
    pub name: Text,
    /// Where the name stands.
    pub span: Span,
    /// `Value`.
    pub value: Node,
    /// `Export.Name`.
    pub export_name: Option<Node>,
    /// `Condition`: the name, and where it stands.
    pub condition: Option<(Text, Span)>,
}

/// A `Fn::ForEach::…` loop that stands where a section's entries stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Loop {
    /// Which section it generates entries for.
    pub section: LoopSection,
    /// The whole key, `Fn::ForEach::Name`.
    pub key: Text,
    /// Where the key stands.
    pub span: Span,
    /// `[Identifier, Collection, {Key: Fragment}]`.
    pub body: Node,
    /// How many plain entries of the section stand before it: keeps the order of the file.
    pub position: usize,
}

/// A section that may hold [`Loop`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoopSection {
    /// `Conditions`.
    Conditions,
    /// `Resources`.
    Resources,
    /// `Outputs`.
    Outputs,
}
