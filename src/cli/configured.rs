//! What the configuration file knows of the deployment of single templates: the stacks they are deployed as, and the
//! values of their parameters.

use super::deployment::read_parameters;
use super::problem::Problem;
use super::settings::Settings;
use cfn_gate::config::StackSettings;
use cfn_gate::resolve::{Input, ParameterValues};
use cfn_gate::source::Source;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The templates, each once for every stack that it is deployed as.
pub fn as_stacks(settings: &Settings, sources: Vec<Source>) -> Vec<Source> {
    let by_template = by_template(settings.stacks());
    if by_template.is_empty() {
        return sources;
    }
    let mut stacks = Vec::with_capacity(sources.len());
    for source in sources {
        // What a cloud assembly says of its stacks stands.
        let path = source.path.as_deref().filter(|_| source.artifact.is_none());
        match path.and_then(real).and_then(|path| by_template.get(&path)) {
            Some(of_template) => {
                stacks.extend(of_template.iter().map(|stack| as_stack(settings, source.clone(), stack)));
            }
            None => stacks.push(source),
        }
    }
    stacks
}

fn as_stack(settings: &Settings, mut source: Source, stack: &StackSettings) -> Source {
    let unless_given = |argument: &str, value: &Option<String>| {
        if settings.is_given(argument) { None } else { value.clone() }
    };
    // Whoever lists a stack names its template.
    source.is_found = false;
    let provenance = &mut source.provenance;
    provenance.display_name.clone_from(&stack.stack_name);
    provenance.stack_name = unless_given("stack-name", &stack.stack_name);
    provenance.region = unless_given("region", &stack.region);
    provenance.account_id = unless_given("account-id", &stack.account_id);
    source
}

/// Gives each template the values of its parameters: those for all templates, then those of its stack. Of the first,
/// those that it doesn't declare are none of its business.
pub fn give_values(settings: &Settings, inputs: &mut [Input]) -> Result<(), Problem> {
    let Some(config) = &settings.config else { return Ok(()) };
    let for_all = config.values.read(&config.file, |file| read_parameters(file))?;
    let by_template = by_template(&config.stacks);
    for input in inputs {
        let declared = input.template.parameters.iter().map(|parameter| &*parameter.name);
        let mut values: ParameterValues = declared
            .filter_map(|name| for_all.get(name).map(|value| (name.to_owned(), value.clone())))
            .collect();
        let path = input.path.as_deref().filter(|_| !by_template.is_empty()).and_then(real);
        let stacks = path.and_then(|path| by_template.get(&path)).map(Vec::as_slice).unwrap_or_default();
        let name = &input.provenance.display_name;
        if let Some(stack) = stacks.iter().find(|stack| stack.stack_name == *name) {
            values.extend(stack.values.read(&config.file, |file| read_parameters(file))?);
        }
        input.environment.parameters.extend(values);
    }
    Ok(())
}

/// The stacks by the files of their templates.
fn by_template(stacks: &[StackSettings]) -> HashMap<PathBuf, Vec<&StackSettings>> {
    let mut by_template: HashMap<PathBuf, Vec<&StackSettings>> = HashMap::new();
    for stack in stacks {
        if let Some(path) = real(&stack.template) {
            by_template.entry(path).or_default().push(stack);
        }
    }
    by_template
}

/// The same for every way to write a path to the same file.
fn real(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}
