//! From the arguments to stacks: read, parse, resolve.

use super::deployment::Deployment;
use super::problem::Problem;
use cfn_gate::resolve::{Environment, Stack, resolve};
use cfn_gate::source::{self, Source};
use cfn_gate::template::{Diagnostic, Span, Template};
use rayon::prelude::*;
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

/// The stacks that the templates named by the arguments would make. A template that can't be read is a stack with
/// an error.
pub fn stacks(deployment: &Deployment) -> Result<Vec<Stack>, Problem> {
    Ok(stacks_of(sources(deployment)?, deployment.environment()?, |_, _| ()))
}

/// The templates named by the arguments.
pub fn sources(deployment: &Deployment) -> Result<Vec<Source>, Problem> {
    source::read(&deployment.paths).map_err(|problems| Problem::all(&problems))
}

/// The stacks that these templates would make. `complete` may add to what is known of the deployment when it has
/// seen the templates.
pub fn stacks_of(
    sources: Vec<Source>,
    mut environment: Environment,
    complete: impl FnOnce(&[&Template], &mut Environment),
) -> Vec<Stack> {
    let templates = each(sources, parse);
    complete(&templates.iter().map(|(template, _)| template).collect::<Vec<_>>(), &mut environment);
    let declared: HashSet<Arc<str>> = templates
        .iter()
        .flat_map(|(template, _)| &template.parameters)
        .map(|parameter| parameter.name.clone())
        .collect();
    each(templates, |(template, folder)| {
        let environment = environment_of(&template, folder, &environment, &declared);
        resolve(template, &environment)
    })
}

fn parse(source: Source) -> (Template, Option<PathBuf>) {
    let template = match source.text {
        Ok(file) => Template::parse(file.name, file.text),
        Err(reason) => unreadable(source.name, reason),
    };
    (template, source.folder)
}

/// In place of a template that can't be read, one whose only content is the reason.
fn unreadable(name: String, reason: String) -> Template {
    let mut template = Template::parse(name, "");
    let start = Span { line: 1, column: 1, ..Span::default() };
    template.diagnostics = vec![Diagnostic::error(start, reason)];
    template
}

/// What is known of the deployment of one of several templates: a parameter that only others declare is
/// none of its business. One that none declares stays, for the resolver to complain.
fn environment_of(
    template: &Template,
    folder: Option<PathBuf>,
    environment: &Environment,
    declared: &HashSet<Arc<str>>,
) -> Environment {
    let own: HashSet<&str> = template.parameters.iter().map(|parameter| &*parameter.name).collect();
    let mut environment = environment.clone();
    environment.parameters.retain(|name, _| own.contains(name.as_str()) || !declared.contains(name.as_str()));
    environment.include_folder = folder;
    environment
}

/// Maps in parallel, except for a single item: it isn't worth the start of threads.
fn each<T: Send, U: Send>(items: Vec<T>, map: impl Fn(T) -> U + Sync + Send) -> Vec<U> {
    if items.len() == 1 {
        items.into_iter().map(map).collect()
    } else {
        items.into_par_iter().map(map).collect()
    }
}
