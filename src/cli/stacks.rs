//! From the arguments to stacks: read, parse, resolve.

use super::configured;
use super::deployment::Deployment;
use super::problem::Problem;
use cfn_gate::resolve::{Environment, Input, Stack, resolve_together};
use cfn_gate::source::Synthesized;
use std::collections::HashSet;
use std::sync::Arc;

/// The stacks that the templates named by the arguments would make. A template that can't be read is a stack with
/// an error.
pub fn stacks(deployment: &Deployment) -> Result<Vec<Stack>, Problem> {
    let (inputs, _app) = inputs(deployment)?;
    deployment.app.choose(resolve_together(inputs))
}

/// The templates named by the arguments, each with what is known of its deployment. The folder that an app wrote lasts
/// as long as the second value.
pub fn inputs(deployment: &Deployment) -> Result<(Vec<Input>, Option<Synthesized>), Problem> {
    let settings = &deployment.settings;
    let cdk_app = settings.config.as_ref().and_then(|config| config.cdk_app.as_deref());
    let (sources, app) = deployment.app.sources(&deployment.paths, deployment.skip_non_templates, cdk_app)?;
    let mut inputs = Input::read_all(configured::as_stacks(settings, sources));
    configured::give_values(settings, &mut inputs)?;
    Ok((deployed(inputs, &deployment.environment()?), app))
}

/// The templates, each with what is known of its deployment.
pub fn deployed(mut inputs: Vec<Input>, arguments: &Environment) -> Vec<Input> {
    let declared: HashSet<Arc<str>> = inputs
        .iter()
        .flat_map(|input| &input.template.parameters)
        .map(|parameter| parameter.name.clone())
        .collect();
    for input in &mut inputs {
        input.environment = environment_of(input, arguments, &declared);
    }
    inputs
}

/// What is known of the deployment of one of several templates: first what its cloud assembly says, then the arguments; of
/// parameters, the arguments first. A parameter that only others declare is none of its business. One that
/// none declares stays, for the resolver to complain.
fn environment_of(input: &Input, arguments: &Environment, declared: &HashSet<Arc<str>>) -> Environment {
    let Input { template, environment, provenance, .. } = input;
    let own: HashSet<&str> = template.parameters.iter().map(|parameter| &*parameter.name).collect();
    let given = arguments.parameters.iter();
    let given = given.filter(|(name, _)| own.contains(name.as_str()) || !declared.contains(name.as_str()));
    let mut parameters = environment.parameters.clone();
    parameters.extend(given.map(|(name, value)| (name.clone(), value.clone())));
    let first = |one: &Option<String>, other: &Option<String>| one.clone().or_else(|| other.clone());
    Environment {
        region: first(&provenance.region, &arguments.region),
        account_id: first(&provenance.account_id, &arguments.account_id),
        stack_name: first(&provenance.stack_name, &arguments.stack_name),
        parameters,
        include_folder: environment.include_folder.clone(),
        ..arguments.clone()
    }
}
