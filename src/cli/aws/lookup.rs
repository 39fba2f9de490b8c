//! What CloudFormation knows of a deployment: templates, parameters in use, exports, the properties in a change set.
//! Where a call is denied, the value stays unknown and the run goes on, saying so.

use super::AwsArguments;
use cfn_gate::aws::{ChangedResource, Connection, CurrentParameter, Failure, Kind, Stage};
use cfn_gate::evaluate::aws::{Account, Aws};
use cfn_gate::resolve::{Input, ParameterValue, Stack, complete};
use cfn_gate::template::Template;
use futures_util::future::join_all;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The template that `--change-set` or `--stack NAME --processed` names; `None` if neither was given.
pub async fn template(
    connection: &Connection,
    arguments: &AwsArguments,
    stack: Option<&str>,
) -> Option<Result<Input, Failure>> {
    let change_set = arguments.change_set.as_deref();
    let name = match (change_set, stack) {
        (Some(change_set), _) => format!("change set {change_set}"),
        (None, Some(stack)) if arguments.processed => format!("stack {stack}"),
        _ => return None,
    };
    let text = connection.template(stack, change_set, Stage::Processed).await;
    Some(text.map(|text| Input::of(Template::parse(name, text))))
}

/// Adds to `inputs` what each stack's account exports in its Region.
pub async fn exports(engine: &Aws, inputs: &mut [Input]) {
    let found = join_all(engine.accounts().iter().map(|account| async {
        let wanted = inputs.iter().any(|input| goes_to(engine, input, account) && imports(input));
        let connection = account.session.as_ref().ok().filter(|_| wanted)?.connection();
        match connection.exports().await {
            Ok(exports) => Some(Arc::new(exports)),
            Err(failure) => {
                eprintln!("warning: Fn::ImportValue stays unknown: {failure}");
                None
            }
        }
    }))
    .await;
    for (account, exports) in engine.accounts().iter().zip(found) {
        let Some(exports) = exports else { continue };
        for input in inputs.iter_mut().filter(|input| goes_to(engine, input, account)) {
            input.environment.exports = Arc::clone(&exports);
        }
    }
}

/// Adds to `inputs` the parameters that the change set would set, or that the deployed stack has which `stack_name`
/// names.
pub async fn parameters(
    engine: &Aws,
    arguments: &AwsArguments,
    stack: Option<&str>,
    stack_name: Option<&str>,
    inputs: &mut [Input],
) {
    let is_fetched = arguments.processed || arguments.change_set.is_some();
    let stack = stack.filter(|_| is_fetched).or(stack_name);
    for account in engine.accounts() {
        let mut own: Vec<&mut Input> = inputs
            .iter_mut()
            .filter(|input| is_fetched || stack.is_some() && input.environment.stack_name.as_deref() == stack)
            .filter(|input| goes_to(engine, input, account))
            .collect();
        let Ok(session) = &account.session else { continue };
        if own.is_empty() {
            continue;
        }
        let parameters = match (&arguments.change_set, stack) {
            (Some(change_set), stack) => session.connection().change_set_parameters(change_set, stack).await,
            (None, Some(stack)) => session.connection().stack_parameters(stack).await,
            (None, None) => continue,
        };
        match parameters {
            Ok(parameters) => own.iter_mut().for_each(|input| add_parameters(input, &parameters)),
            // The stack will be made by this deployment.
            Err(Failure { kind: Kind::NotFound, .. }) => {}
            Err(failure) => {
                eprintln!("warning: the values of the stack's parameters stay unknown: {failure}")
            }
        }
    }
}

fn add_parameters(input: &mut Input, parameters: &[CurrentParameter]) {
    let declared: HashSet<&str> =
        input.template.parameters.iter().map(|parameter| &*parameter.name).collect();
    let environment = &mut input.environment;
    for parameter in parameters.iter().filter(|parameter| declared.contains(parameter.name.as_str())) {
        if let Some(stored) = &parameter.stored {
            environment.stored_parameters.insert(parameter.value.clone(), stored.clone());
        }
        environment.parameters.entry(parameter.name.clone()).or_insert_with(|| ParameterValue {
            value: parameter.value.clone(),
            given: "the stack in AWS".into(),
        });
    }
}

/// Fills what is not known of `stacks` from the change set; with `--changed-only`, leaves only the resources that it adds or
/// changes.
///
/// # Errors
/// If `--changed-only` was asked for and the change set can't be read.
pub async fn changes(
    connection: &Connection,
    arguments: &AwsArguments,
    stack: Option<&str>,
    stacks: &mut [Stack],
) -> Result<(), Failure> {
    let Some(change_set) = &arguments.change_set else { return Ok(()) };
    let changed: Vec<ChangedResource> = match connection.changed_resources(change_set, stack).await {
        Ok(changed) => changed,
        Err(failure) if arguments.changed_only => return Err(failure),
        Err(failure) => {
            eprintln!("warning: values that only the change set knows stay unknown: {failure}");
            return Ok(());
        }
    };
    let changed: HashMap<&str, &ChangedResource> = changed
        .iter()
        .filter(|resource| resource.action != "Remove")
        .map(|resource| (resource.logical_id.as_str(), resource))
        .collect();
    for resource in stacks.iter_mut().flat_map(|stack| &mut stack.resources) {
        if let Some(after) = changed.get(&*resource.logical_id).and_then(|change| change.after.as_deref()) {
            complete(resource, after);
        }
    }
    if arguments.changed_only {
        for stack in stacks {
            stack.resources.retain(|resource| changed.contains_key(&*resource.logical_id));
        }
    }
    Ok(())
}

fn goes_to(engine: &Aws, input: &Input, account: &Account) -> bool {
    let environment = &input.environment;
    let found = engine.account(environment.account_id.as_deref(), environment.region.as_deref());
    found.is_some_and(|found| std::ptr::eq(found, account))
}

/// Whether a template, or one nested in it, may import values.
fn imports(input: &Input) -> bool {
    input.template.files.iter().any(|file| file.text.contains("ImportValue"))
        || input.nested.iter().any(|(_, nested)| imports(nested))
}
