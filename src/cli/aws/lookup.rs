//! What CloudFormation knows of a deployment: templates, parameters in use, exports. Where a call is denied, the value
//! stays unknown and the run goes on, saying so.

use super::AwsArguments;
use cfn_gate::aws::{Connection, Failure, Kind, Stage};
use cfn_gate::resolve::{Environment, Input, ParameterValue};
use cfn_gate::template::Template;
use std::collections::HashSet;
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
    Some(text.map(|text| Input { template: Template::parse(name, text), ..Input::default() }))
}

/// Adds what the account knows of the deployment: Region, account, exports, and the stack's present parameters.
pub async fn complete(
    connection: &Connection,
    account_id: Option<&str>,
    arguments: &AwsArguments,
    stack: Option<&str>,
    inputs: &[Input],
    environment: &mut Environment,
) {
    environment.region.get_or_insert_with(|| connection.region().to_owned());
    if let Some(account_id) = account_id {
        environment.account_id.get_or_insert_with(|| account_id.to_owned());
    }
    if inputs.iter().any(|input| imports(&input.template)) {
        match connection.exports().await {
            Ok(exports) => environment.exports = Arc::new(exports),
            Err(failure) => eprintln!("warning: Fn::ImportValue stays unknown: {failure}"),
        }
    }
    let fetched = arguments.processed || arguments.change_set.is_some();
    let stack = stack.filter(|_| fetched).map(str::to_owned).or_else(|| environment.stack_name.clone());
    let parameters = match (&arguments.change_set, stack) {
        (Some(change_set), stack) => connection.change_set_parameters(change_set, stack.as_deref()).await,
        (None, Some(stack)) => connection.stack_parameters(&stack).await,
        (None, None) => return,
    };
    let parameters = match parameters {
        Ok(parameters) => parameters,
        // The stack will be made by this deployment.
        Err(Failure { kind: Kind::NotFound, .. }) => return,
        Err(failure) => {
            eprintln!("warning: the values of the stack's parameters stay unknown: {failure}");
            return;
        }
    };
    let declared: HashSet<&str> = inputs
        .iter()
        .flat_map(|input| &input.template.parameters)
        .map(|parameter| &*parameter.name)
        .collect();
    for parameter in parameters.into_iter().filter(|parameter| declared.contains(parameter.name.as_str())) {
        if let Some(stored) = parameter.stored {
            environment.stored_parameters.insert(parameter.value.clone(), stored);
        }
        environment
            .parameters
            .entry(parameter.name)
            .or_insert_with(|| ParameterValue { value: parameter.value, given: "the stack in AWS".into() });
    }
}

/// Whether a template may import values.
fn imports(template: &Template) -> bool {
    template.files.iter().any(|file| file.text.contains("ImportValue"))
}
