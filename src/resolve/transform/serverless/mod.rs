//! The Serverless Application Model: `AWS::Serverless::*` resources become what CloudFormation would deploy.
//!
//! Tree in, tree out: after the language extensions and before anything is resolved. What is copied keeps its span,
//! what is made up has the span of what it was made from.
//!
//! Facts: the AWS SAM Developer Guide, "AWS SAM resources and properties" and "Generated CloudFormation resources".

mod api;
mod application;
mod capacity_provider;
mod code;
mod connector;
mod event;
mod events;
mod failure;
mod function;
mod globals;
mod graphql_api;
mod intrinsics;
mod layer_version;
mod logical_id;
mod make;
mod network_connector;
mod properties;
mod resources;
mod role;
mod simple_table;
mod state_machine;
mod tags;
mod tree;

use crate::resolve::sections::Sections;
use crate::resolve::{Environment, Incomplete};
use crate::template::{Content, Diagnostic, MadeBy, Map, Node, Resource, Span, Template, Text};
use failure::Failure;
use intrinsics::{Parameters, References};
use resources::Resources;

/// How the types of SAM begin.
const PREFIX: &str = "AWS::Serverless::";

/// The resources that one of SAM becomes: the one with its logical ID first, if there is one.
type Expanded = Result<Vec<Resource>, Failure>;

/// A template while SAM expands it.
pub(super) struct Expansion<'t> {
    /// The resources as they are read: globals and implicit APIs come in before any is expanded, events change their
    /// APIs.
    source: Resources,
    /// The resources as they become.
    output: Resources,
    /// The section Conditions, to which some are added.
    conditions: Map<Node>,
    /// The section Globals.
    globals: Option<Node>,
    parameters: Parameters,
    mappings: &'t Map<Node>,
    region: Option<&'t str>,
    references: References,
    /// The APIs, while events add to them.
    apis: api::Apis,
    shared_plan: api::SharedPlan,
    /// How functions are deployed gradually.
    deployments: Vec<function::deployment::Preference>,
    /// What is not known of the outcome.
    incomplete: Vec<Incomplete>,
}

/// How an expansion went.
pub(in crate::resolve) struct Outcome {
    /// What SAM refuses.
    pub diagnostics: Vec<Diagnostic>,
    /// What can't be known.
    pub incomplete: Vec<Incomplete>,
    /// Whether everything was expanded: what is missing may be referred to nevertheless.
    pub is_whole: bool,
}

/// Expands the SAM resources of a template.
pub(in crate::resolve) fn expand(
    template: &Template,
    environment: &Environment,
    sections: &mut Sections,
) -> Outcome {
    let mut resources = std::mem::take(&mut sections.resources);
    for resource in &mut resources {
        let nodes = [&mut resource.properties, &mut resource.connectors];
        nodes.into_iter().flatten().for_each(intrinsics::split_attributes);
    }
    let mut globals = template.globals.clone();
    globals.iter_mut().for_each(intrinsics::split_attributes);
    let resources = Resources::from(resources);
    let mut expansion = Expansion {
        output: resources.clone(),
        source: resources,
        conditions: std::mem::take(&mut sections.conditions),
        globals,
        parameters: parameters(template, environment),
        mappings: &template.mappings,
        region: environment.region.as_deref(),
        references: References::default(),
        apis: api::Apis::default(),
        shared_plan: api::SharedPlan::default(),
        deployments: Vec::new(),
        incomplete: Vec::new(),
    };
    let mut failure = Failure::default();
    failure.note(expansion.prepare());
    if failure.is_empty() {
        failure.note(expansion.expand_all());
    }
    expansion.rewrite(sections);
    sections.conditions = expansion.conditions;
    sections.resources = expansion.output.in_order_of(&expansion.source);
    Outcome {
        is_whole: failure.is_empty(),
        diagnostics: failure.into_diagnostics(template.has_macros()),
        incomplete: expansion.incomplete,
    }
}

impl Expansion<'_> {
    /// What is done to the template as a whole before resources are expanded.
    fn prepare(&mut self) -> Result<(), Failure> {
        self.prepare_apis()?;
        globals::merge(self.globals.as_ref(), &mut self.source)?;
        self.finish_apis();
        self.take_connectors()?;
        self.output = self.source.clone();
        Ok(())
    }

    /// Expands all resources, those first that change others.
    fn expand_all(&mut self) -> Result<(), Failure> {
        let mut order: Vec<(u8, Text)> = self
            .source
            .iter()
            .filter(|resource| resource.resource_type.starts_with(PREFIX))
            .map(|resource| (rank(&resource.resource_type), resource.logical_id.clone()))
            .collect();
        self.apis.sort(&mut order, |(_, logical_id)| logical_id);
        order.sort_by_cached_key(|(rank, _)| *rank);
        let mut failure = Failure::default();
        for (_, logical_id) in order {
            let Some(resource) = self.source.get(&logical_id).cloned() else { continue };
            match self.expand_one(&resource) {
                None => self.unknown_type(&resource),
                Some(Err(more)) => failure.append(more),
                Some(Ok(made)) => failure.note(self.replace(&resource, made)),
            }
        }
        failure.note(function::deployment::finish(self));
        failure.or(())
    }

    /// What a resource becomes; `None` if SAM doesn't know its type.
    fn expand_one(&mut self, resource: &Resource) -> Option<Expanded> {
        Some(match resource.resource_type.strip_prefix(PREFIX)? {
            "Api" => api::rest::expand(self, resource),
            "Application" => application::expand(self, resource),
            "CapacityProvider" => capacity_provider::expand(self, resource),
            "Connector" => connector::expand(self, resource),
            "Function" => function::expand(self, resource),
            "GraphQLApi" => graphql_api::expand(self, resource),
            "HttpApi" => api::http::expand(self, resource),
            "LayerVersion" => layer_version::expand(self, resource),
            "NetworkConnector" => network_connector::expand(self, resource),
            "SimpleTable" => simple_table::expand(self, resource),
            "StateMachine" => state_machine::expand(self, resource),
            "WebSocketApi" => api::websocket::expand(self, resource),
            _ => return None,
        })
    }

    /// Puts what was made in the place of a resource.
    fn replace(&mut self, resource: &Resource, made: Vec<Resource>) -> Result<(), Failure> {
        let mut failure = Failure::default();
        self.output.remove(&resource.logical_id);
        for mut made in made {
            if !made.logical_id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                let message = format!(
                    "the {} `{}` is made into the {} `{}`, but logical IDs have to be letters and digits only",
                    resource.resource_type,
                    resource.logical_id,
                    made.resource_type,
                    crate::resolve::constraints::shorten(&made.logical_id)
                );
                failure.push(Diagnostic::error(made.span, message));
                continue;
            }
            let taken = self.source.get(&made.logical_id);
            if let Some(taken) = taken.filter(|taken| taken.logical_id != resource.logical_id) {
                let message = format!(
                    "the {} `{}` is made into the {} `{}`, but a resource of that name is declared",
                    resource.resource_type, resource.logical_id, made.resource_type, made.logical_id
                );
                failure.push(Diagnostic::error(resource.span, message).related(taken.span, "declared here"));
                continue;
            }
            made.made_by.get_or_insert_with(|| MadeBy {
                logical_id: resource.logical_id.clone(),
                resource_type: resource.resource_type.clone(),
            });
            self.output.insert(made);
        }
        failure.or(())
    }

    fn unknown_type(&mut self, resource: &Resource) {
        let message = format!(
            "the type `{}` is not one that is expanded here: what it becomes is not known",
            resource.resource_type
        );
        self.incomplete.push(Incomplete { span: resource.type_span, message });
    }

    /// Rewrites references to what SAM made, all over the template.
    fn rewrite(&mut self, sections: &mut Sections) {
        let references = &self.references;
        for resource in self.output.iter_mut() {
            for (name, _) in &mut resource.depends_on {
                if let Some(new) = references.renamed.get(name) {
                    *name = new.clone();
                }
            }
            let nodes = [
                &mut resource.properties,
                &mut resource.metadata,
                &mut resource.deletion_policy,
                &mut resource.update_replace_policy,
                &mut resource.update_policy,
                &mut resource.creation_policy,
            ];
            nodes.into_iter().flatten().for_each(|node| references.rewrite(node));
        }
        for output in &mut sections.outputs {
            references.rewrite(&mut output.value);
            output.export_name.iter_mut().for_each(|name| references.rewrite(name));
        }
    }

    /// Lets `Ref`, `Fn::GetAtt` and `Fn::Sub` name a generated resource by what it is to its SAM resource.
    fn refer(&mut self, logical_id: &Text, property: &'static str, made: &Text) {
        let properties = self.references.properties.entry(logical_id.clone()).or_default();
        properties.push((property, made.clone()));
    }

    /// As [`Expansion::refer`], for the last one of a type among what was made.
    fn refer_to_type(
        &mut self,
        logical_id: &Text,
        property: &'static str,
        resource_type: &str,
        made: &[Resource],
    ) {
        if let Some(found) = made.iter().rfind(|resource| &*resource.resource_type == resource_type) {
            self.refer(logical_id, property, &found.logical_id);
        }
    }

    /// The ARN of a policy that AWS manages, by its path and name.
    fn managed_policy(&self, span: Span, name: &str) -> Node {
        match self.partition() {
            Some(partition) => tree::text(span, format!("arn:{partition}:iam::aws:policy/{name}")),
            None => tree::sub(span, format!("arn:${{AWS::Partition}}:iam::aws:policy/{name}")),
        }
    }

    /// The policy that AWS manages for what is traced, by its name in the partition.
    fn tracing_policy(&self) -> &'static str {
        match self.partition() {
            None | Some("aws") => "AWSXrayWriteOnlyAccess",
            Some(_) => "AWSXRayDaemonWriteAccess",
        }
    }

    /// Adds a condition, unless there is one of the name.
    fn add_condition(&mut self, name: Text, expression: Node) {
        self.conditions.set(name, expression.span, expression);
    }

    /// The partition of the Region, if that is known.
    fn partition(&self) -> Option<&'static str> {
        self.region.map(crate::resolve::partition_of)
    }
}

/// In which order resources are expanded: functions and state machines add to their APIs, connectors look at what all
/// others became.
fn rank(resource_type: &str) -> u8 {
    match resource_type.strip_prefix(PREFIX) {
        Some("Function") => 0,
        Some("StateMachine") => 1,
        Some("Api" | "HttpApi" | "WebSocketApi") => 2,
        Some("Connector") => 4,
        _ => 3,
    }
}

/// The values of parameters that SAM may look at: given or default, no secrets.
fn parameters(template: &Template, environment: &Environment) -> Parameters {
    let mut parameters = Parameters::default();
    for declaration in template.parameters.iter().filter(|declaration| !declaration.no_echo) {
        let given = environment.parameters.get(&*declaration.name);
        let value = match given {
            Some(given) => Some(tree::text(declaration.span, given.value.as_str())),
            None => declaration.default.clone().filter(|default| default.content != Content::Null),
        };
        if let Some(value) = value {
            parameters.values.insert(declaration.name.clone(), value);
        }
    }
    let start = Span::default();
    if let Some(region) = &environment.region {
        let partition = crate::resolve::partition_of(region);
        parameters.values.insert(Text::from("AWS::Region"), tree::text(start, region.as_str()));
        parameters.values.insert(Text::from("AWS::Partition"), tree::text(start, partition));
    }
    parameters
}
