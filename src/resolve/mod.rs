//! Functions, conditions, pseudo parameters, transforms: from a [`Template`] to the [`Stack`] it would make.
//!
//! Nothing is guessed and nothing dropped: a value is known, absent, or unknown for a stated reason.

mod assertions;
mod budget;
mod complete;
mod conditions;
mod constraints;
mod evaluate;
mod expanded;
mod functions;
mod given;
mod graph;
mod include;
mod input;
mod json;
mod loops;
mod mappings;
mod nested;
mod parameter_file;
mod parameters;
mod pseudo;
mod references;
mod resources;
mod sam_config;
mod sections;
mod stack;
mod text;
mod together;
mod transform;
mod value;

pub use complete::complete;
pub use given::{Deployed, Given};
pub use input::Input;
use input::NestedLater;
pub use nested::Passed;
pub use parameter_file::{ParameterValues, read_parameter_file};
pub(crate) use pseudo::partition_of;
pub use stack::{Incomplete, Resource, Stack};
pub use together::resolve_together;
pub use value::{Choice, Content, Part, Reason, Unknown, Value};

use crate::source::Provenance;
use crate::template::{Diagnostic, Span, Template, Text, Transform};
use evaluate::Evaluator;
use include::Includes;
use mappings::Mappings;
use sections::Sections;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use transform::serverless::expand;

/// What is known about the deployment beside the template itself.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `AWS::Region`.
    pub region: Option<String>,
    /// `AWS::AccountId`.
    pub account_id: Option<String>,
    /// `AWS::Partition`; where it is not given, the Region tells it.
    pub partition: Option<String>,
    /// `AWS::StackName`.
    pub stack_name: Option<String>,
    /// Values of parameters, by name.
    pub parameters: HashMap<String, ParameterValue>,
    /// What lies in the Systems Manager Parameter Store, by the name there: the values of parameters of
    /// type `AWS::SSM::Parameter::Value<…>`, whose own value is that name.
    pub stored_parameters: HashMap<String, String>,
    /// What the account's stacks export already: the values of `Fn::ImportValue`, by name.
    pub exports: Arc<HashMap<String, String>>,
    /// The folder in which `AWS::Include` looks for local files; `None` where reading files is not wanted.
    pub include_folder: Option<PathBuf>,
    /// What the stacks give that are deployed before this one.
    pub deployed: Arc<Deployed>,
    /// What the parent passes, if this is a nested stack.
    pub passed: Option<Passed>,
    /// Whether the stack keeps the template as it was expanded.
    pub keep_expanded: bool,
}

impl Environment {
    /// What is exported under this name where the stack goes.
    fn export(&self, name: &Text) -> Option<&Given> {
        self.deployed.export((self.account_id.clone(), self.region.clone()), name)
    }

    /// The environment of a nested stack, of which `own` is known: it goes where its parent goes, but parameters that
    /// are given by name are the parent's alone.
    fn of_nested(&self, own: Environment) -> Environment {
        Environment {
            region: self.region.clone(),
            account_id: self.account_id.clone(),
            partition: self.partition.clone(),
            stored_parameters: self.stored_parameters.clone(),
            exports: Arc::clone(&self.exports),
            deployed: Arc::clone(&self.deployed),
            keep_expanded: self.keep_expanded,
            ..own
        }
    }
}

/// A value given for a parameter, with where it was given, for messages.
#[derive(Clone, Debug, PartialEq)]
pub struct ParameterValue {
    /// The value, as text: a list is comma-separated, as CloudFormation takes it.
    pub value: String,
    /// `--parameter`, or `params.json:3`.
    pub given: String,
}

/// Works out the stack that `template` would make in `environment`.
pub fn resolve(template: Template, environment: &Environment) -> Stack {
    resolve_with(template, environment, (Vec::new(), None), &Text::from("")).0
}

/// Works out a stack that is called `name`, what it exports, and the stacks nested in it.
fn resolve_with(
    template: Template,
    environment: &Environment,
    (mut nested, nested_later): (Vec<(Text, Input)>, Option<NestedLater>),
    name: &Text,
) -> (Stack, Vec<(Text, Value)>, Vec<together::Resolved>) {
    let mut template = template;
    let mut includes = Includes::default();
    includes.files = std::mem::take(&mut template.files);
    // Where a name can only be declared in the template itself, reading it has checked `DependsOn`.
    let dependencies_checked = template.loops.is_empty() && template.section_transforms.is_empty();
    sections::include(&mut template, &mut includes, environment);
    let mut diagnostics = std::mem::take(&mut template.diagnostics);
    diagnostics.append(&mut includes.diagnostics);

    let sections = Sections::take(&mut template);
    let more = sections::added_by(&template, "Parameters").is_some();
    let parameters = parameters::read(&template.parameters, environment, more, &mut diagnostics);
    let mappings = Mappings::new(&template.mappings, sections::added_by(&template, "Mappings"));
    let mut evaluator = Evaluator::new(environment, parameters, mappings, includes);
    evaluator.more_conditions = sections::added_by(&template, "Conditions");

    let mut incomplete = Vec::new();
    let mut is_expanded = true;
    let mut sections = sections::unroll(&mut evaluator, &template, sections, &mut incomplete);
    if template.transforms.iter().any(Transform::is_serverless) {
        let expansion = expand(&template, environment, &mut sections);
        diagnostics.extend(expansion.diagnostics);
        incomplete.extend(expansion.incomplete);
        is_expanded = expansion.is_whole;
    }
    let expanded_template = environment.keep_expanded.then(|| expanded::to_json(&template, &sections));
    incomplete.extend(transform::incomplete(&template, &sections.resources));
    evaluator.open_ended = !incomplete.is_empty() || !is_expanded;

    resources::declare(&mut evaluator, &sections.resources);
    conditions::decide(&mut evaluator, &sections.conditions);
    assertions::check(&mut evaluator, &template.rules);
    resources::decide(&mut evaluator, &sections.resources);
    resources::check_references(&mut evaluator, &sections.resources, &sections.outputs);
    if !dependencies_checked {
        resources::check_dependencies(&mut evaluator, &sections.resources);
    }
    let expanded = sections::added_by(&template, "Resources").is_none();
    if let Some(nested_later) = nested_later {
        let (more, remarks) = nested_later.read(&nested::not_read(&sections.resources, &nested));
        nested.extend(more);
        diagnostics.extend(remarks);
    }
    let nested = nested::resolve(&mut evaluator, &sections.resources, nested, name);
    let resources = resources::evaluate(&mut evaluator, &sections.resources, expanded);
    let outputs = resources::evaluate_outputs(&mut evaluator, &sections.outputs);

    diagnostics.append(&mut evaluator.take_diagnostics());
    let exports = std::mem::take(&mut evaluator.exports);
    let stack = Stack {
        files: evaluator.includes.files,
        resources,
        outputs,
        diagnostics: in_order(diagnostics),
        incomplete,
        secrets: secrets(&template),
        expanded: expanded_template,
        provenance: Provenance {
            account_id: environment.account_id.clone(),
            region: environment.region.clone(),
            ..Provenance::default()
        },
    };
    (stack, exports, nested)
}

/// Where the template itself holds secrets: defaults and allowed values of parameters with `NoEcho`.
fn secrets(template: &Template) -> Vec<Span> {
    let secret = template.parameters.iter().filter(|parameter| parameter.no_echo);
    secret
        .flat_map(|parameter| {
            let allowed = parameter.allowed_values.iter().flatten().map(|(_, span)| *span);
            parameter.default.iter().map(|default| default.span).chain(allowed)
        })
        .collect()
}

/// Messages in the order of the files, each once: loops and includes say the same of every copy.
fn in_order(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by(|left, right| {
        let key = |diagnostic: &Diagnostic| (diagnostic.span, std::cmp::Reverse(diagnostic.level));
        key(left).cmp(&key(right)).then_with(|| left.message.cmp(&right.message))
    });
    diagnostics.dedup_by(|left, right| left.span == right.span && left.message == right.message);
    diagnostics
}
