//! The calls of CloudFormation that go with AWS Config's: types, exports, stacks, templates, change sets.
//!
//! Facts: the AWS CloudFormation API Reference, one page for each call.

use super::answer::Failure;
use super::config::page;
use super::schemas;
use super::seed::{ChangeSet, StackState};
use super::state::Account;
use serde_json::{Value, json};
use std::collections::HashMap;

/// The calls that are answered.
pub(super) const CALLS: &[&str] =
    &["DescribeType", "ListExports", "DescribeStacks", "GetTemplate", "DescribeChangeSet"];

/// When everything in the account was made.
const CREATED: &str = "2024-01-01T00:00:00.000Z";

/// Carries out `call`.
pub(super) fn answer(
    account: &Account,
    call: &str,
    members: &HashMap<String, String>,
) -> Result<Value, Failure> {
    let request = Request(members);
    match call {
        "DescribeType" => describe_type(account, &request),
        "ListExports" => list_exports(account, &request),
        "DescribeStacks" => describe_stacks(account, &request),
        "GetTemplate" => get_template(account, &request),
        "DescribeChangeSet" => describe_change_set(account, &request),
        _ => Err(Failure::new("InvalidAction", format!("Could not find operation {call}"))),
    }
}

/// The members of a request.
struct Request<'a>(&'a HashMap<String, String>);

impl Request<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|text| !text.is_empty())
    }
}

fn describe_type(account: &Account, request: &Request<'_>) -> Result<Value, Failure> {
    let name = request.get("TypeName").or_else(|| {
        let arn = request.get("Arn")?;
        arn.rsplit_once("type/resource/").map(|(_, name)| name)
    });
    let Some(name) = name.map(|name| name.replace('-', "::")) else {
        return Err(Failure::new("CFNRegistryException", "Either Arn, or Type and TypeName, must be given"));
    };
    let schema = schemas::text(&name).ok_or_else(|| {
        Failure::new("TypeNotFoundException", format!("The type '{name}' cannot be found.")).with_status(404)
    })?;
    Ok(json!({
        "Arn": format!(
            "arn:aws:cloudformation:{}::type/resource/{}",
            account.region,
            name.replace("::", "-")
        ),
        "Type": "RESOURCE",
        "TypeName": name,
        "DefaultVersionId": "00000001",
        "IsDefaultVersion": true,
        "Schema": schema,
        "ProvisioningType": "FULLY_MUTABLE",
        "DeprecatedStatus": "LIVE",
        "Visibility": "PUBLIC",
    }))
}

fn list_exports(account: &Account, request: &Request<'_>) -> Result<Value, Failure> {
    let mut exports = Vec::new();
    for stack in &account.seed.stacks {
        for output in &stack.outputs {
            if let Some(name) = &output.export_name {
                exports.push(json!({
                    "ExportingStackId": stack_id(account, &stack.stack_name),
                    "Name": name,
                    "Value": output.output_value,
                }));
            }
        }
    }
    paged(account, request, exports, "Exports")
}

fn describe_stacks(account: &Account, request: &Request<'_>) -> Result<Value, Failure> {
    let stacks: Vec<&StackState> = match request.get("StackName") {
        Some(name) => vec![find_stack(account, name)?],
        None => account.seed.stacks.iter().collect(),
    };
    let stacks = stacks.iter().map(|stack| describe_stack(account, stack)).collect();
    paged(account, request, stacks, "Stacks")
}

fn describe_stack(account: &Account, stack: &StackState) -> Value {
    json!({
        "StackId": stack_id(account, &stack.stack_name),
        "StackName": stack.stack_name,
        "Parameters": stack.parameters,
        "CreationTime": CREATED,
        "StackStatus": "CREATE_COMPLETE",
        "DisableRollback": false,
        "Outputs": stack.outputs,
    })
}

fn get_template(account: &Account, request: &Request<'_>) -> Result<Value, Failure> {
    let (original, processed) = match request.get("ChangeSetName") {
        Some(name) => {
            let change_set = find_change_set(account, name, request.get("StackName"))?;
            (&change_set.template_body, &change_set.processed_template_body)
        }
        None => {
            let name = request.get("StackName").ok_or_else(|| {
                Failure::new("ValidationError", "Either StackName or ChangeSetName must be given")
            })?;
            let stack = find_stack(account, name)?;
            (&stack.template_body, &stack.processed_template_body)
        }
    };
    let body = match request.get("TemplateStage").unwrap_or("Original") {
        "Original" => original,
        "Processed" => processed.as_ref().unwrap_or(original),
        _ => {
            return Err(Failure::new(
                "ValidationError",
                "TemplateStage must satisfy enum value set: [Original, Processed]",
            ));
        }
    };
    Ok(json!({"TemplateBody": body, "StagesAvailable": ["Original", "Processed"]}))
}

fn describe_change_set(account: &Account, request: &Request<'_>) -> Result<Value, Failure> {
    let name = request
        .get("ChangeSetName")
        .ok_or_else(|| Failure::new("ValidationError", "ChangeSetName must be given"))?;
    let change_set = find_change_set(account, name, request.get("StackName"))?;
    let mut answer = paged(account, request, change_set.changes.clone(), "Changes")?;
    answer["ChangeSetName"] = change_set.change_set_name.clone().into();
    answer["ChangeSetId"] = change_set_id(account, change_set).into();
    answer["StackId"] = stack_id(account, &change_set.stack_name).into();
    answer["StackName"] = change_set.stack_name.clone().into();
    answer["Parameters"] = json!(change_set.parameters);
    answer["CreationTime"] = CREATED.into();
    answer["ExecutionStatus"] = "AVAILABLE".into();
    answer["Status"] = "CREATE_COMPLETE".into();
    Ok(answer)
}

fn paged(account: &Account, request: &Request<'_>, items: Vec<Value>, name: &str) -> Result<Value, Failure> {
    let page = page(items, request.get("NextToken"), account.settings.page_size)
        .map_err(|()| Failure::new("ValidationError", "The NextToken is not one that this call gave out"))?;
    Ok(page.named(name))
}

fn find_stack<'a>(account: &'a Account, name: &str) -> Result<&'a StackState, Failure> {
    let mut stacks = account.seed.stacks.iter();
    stacks
        .find(|stack| stack.stack_name == name || stack_id(account, &stack.stack_name) == name)
        .ok_or_else(|| Failure::new("ValidationError", format!("Stack with id {name} does not exist")))
}

fn find_change_set<'a>(
    account: &'a Account,
    name: &str,
    stack: Option<&str>,
) -> Result<&'a ChangeSet, Failure> {
    let mut change_sets = account.seed.change_sets.iter();
    change_sets
        .find(|change_set| {
            change_set_id(account, change_set) == name
                || (change_set.change_set_name == name && stack == Some(change_set.stack_name.as_str()))
        })
        .ok_or_else(|| {
            Failure::new("ChangeSetNotFound", format!("ChangeSet [{name}] does not exist")).with_status(404)
        })
}

fn stack_id(account: &Account, name: &str) -> String {
    let (region, account) = (&account.region, &account.account_id);
    format!("arn:aws:cloudformation:{region}:{account}:stack/{name}/00000000-0000-4000-8000-000000000000")
}

fn change_set_id(account: &Account, change_set: &ChangeSet) -> String {
    let (region, account) = (&account.region, &account.account_id);
    let name = &change_set.change_set_name;
    format!("arn:aws:cloudformation:{region}:{account}:changeSet/{name}/00000000-0000-4000-8000-000000000000")
}
