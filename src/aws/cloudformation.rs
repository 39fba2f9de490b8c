//! The calls to CloudFormation.

use super::call::Api;
use super::connection::Connection;
use super::failure::{Failure, Kind};
use super::schema::Schema;
use aws_sdk_cloudformation::types::{Parameter, RegistryType, TemplateStage};
use std::collections::HashMap;

/// The calls of this file.
pub(super) const CALLS: &[Api] =
    &[Api::DescribeType, Api::ListExports, Api::DescribeStacks, Api::GetTemplate, Api::DescribeChangeSet];

/// How many pages a list may have: more is a service that turns in a circle.
const MAX_PAGES: usize = 10_000;

/// Which form of a template is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// As it was sent.
    Original,
    /// After macros, SAM and includes.
    Processed,
}

/// A parameter as a stack or a change set has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentParameter {
    /// Its name.
    pub name: String,
    /// Its value; for a parameter of an SSM type the name in the parameter store.
    pub value: String,
    /// The value in the parameter store, for a parameter of an SSM type.
    pub stored: Option<String>,
}

/// A resource that a change set touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedResource {
    /// Its logical ID.
    pub logical_id: String,
    /// Its type.
    pub resource_type: String,
    /// `Add`, `Modify`, `Remove`, `Import`, `Dynamic`.
    pub action: String,
    /// Its properties after the change, as JSON text, where CloudFormation gives them.
    pub after: Option<String>,
}

impl Connection {
    /// The schema of a resource type, as the account and Region have it.
    ///
    /// # Errors
    /// What the call ended with, or what is wrong with the schema.
    pub async fn schema(&self, resource_type: &str) -> Result<Schema, Failure> {
        let answer = self
            .call(Api::DescribeType, || {
                self.cloudformation
                    .describe_type()
                    .r#type(RegistryType::Resource)
                    .type_name(resource_type)
                    .send()
            })
            .await?;
        let text = answer.schema().unwrap_or_default();
        Schema::parse(text)
            .map_err(|error| Failure::new(Kind::Refused, format!("DescribeType of {resource_type}: {error}")))
    }

    /// The exports of all stacks: names and values.
    ///
    /// # Errors
    /// What a call ended with.
    pub async fn exports(&self) -> Result<HashMap<String, String>, Failure> {
        let mut exports = HashMap::new();
        let mut token: Option<String> = None;
        for _ in 0..MAX_PAGES {
            let page = self
                .call(Api::ListExports, || {
                    self.cloudformation.list_exports().set_next_token(token.clone()).send()
                })
                .await?;
            for export in page.exports() {
                if let (Some(name), Some(value)) = (export.name(), export.value()) {
                    exports.insert(name.to_owned(), value.to_owned());
                }
            }
            token = page.next_token.filter(|token| !token.is_empty());
            if token.is_none() {
                return Ok(exports);
            }
        }
        Err(endless(Api::ListExports))
    }

    /// The current values of a stack's parameters. Values that CloudFormation masks (`NoEcho`) are left out.
    ///
    /// # Errors
    /// What the call ended with; [`Kind::NotFound`] if there is no such stack.
    pub async fn stack_parameters(&self, stack: &str) -> Result<Vec<CurrentParameter>, Failure> {
        let answer = self
            .call(Api::DescribeStacks, || self.cloudformation.describe_stacks().stack_name(stack).send())
            .await?;
        Ok(answer.stacks().iter().flat_map(|stack| current(stack.parameters())).collect())
    }

    /// The values of the parameters that a change set would set. Values that CloudFormation masks (`NoEcho`) are left
    /// out.
    ///
    /// # Errors
    /// What the call ended with; [`Kind::NotFound`] if there is no such change set.
    pub async fn change_set_parameters(
        &self,
        change_set: &str,
        stack: Option<&str>,
    ) -> Result<Vec<CurrentParameter>, Failure> {
        let answer = self
            .call(Api::DescribeChangeSet, || {
                self.cloudformation
                    .describe_change_set()
                    .change_set_name(change_set)
                    .set_stack_name(stack.map(str::to_owned))
                    .send()
            })
            .await?;
        Ok(current(answer.parameters()).collect())
    }

    /// The template of a stack or a change set.
    ///
    /// # Errors
    /// What the call ended with; [`Kind::NotFound`] if there is no such stack or change set.
    pub async fn template(
        &self,
        stack: Option<&str>,
        change_set: Option<&str>,
        stage: Stage,
    ) -> Result<String, Failure> {
        let stage = match stage {
            Stage::Original => TemplateStage::Original,
            Stage::Processed => TemplateStage::Processed,
        };
        let answer = self
            .call(Api::GetTemplate, || {
                self.cloudformation
                    .get_template()
                    .set_stack_name(stack.map(str::to_owned))
                    .set_change_set_name(change_set.map(str::to_owned))
                    .template_stage(stage.clone())
                    .send()
            })
            .await?;
        answer
            .template_body
            .filter(|body| !body.is_empty())
            .ok_or_else(|| Failure::new(Kind::NotFound, "GetTemplate gave no template"))
    }

    /// What a change set changes, with property values.
    ///
    /// # Errors
    /// What a call ended with; [`Kind::NotFound`] if there is no such change set.
    pub async fn changed_resources(
        &self,
        change_set: &str,
        stack: Option<&str>,
    ) -> Result<Vec<ChangedResource>, Failure> {
        let mut changed = Vec::new();
        let mut token: Option<String> = None;
        for _ in 0..MAX_PAGES {
            let page = self
                .call(Api::DescribeChangeSet, || {
                    self.cloudformation
                        .describe_change_set()
                        .change_set_name(change_set)
                        .set_stack_name(stack.map(str::to_owned))
                        .include_property_values(true)
                        .set_next_token(token.clone())
                        .send()
                })
                .await?;
            for change in page.changes().iter().filter_map(|change| change.resource_change()) {
                changed.push(ChangedResource {
                    logical_id: change.logical_resource_id().unwrap_or_default().to_owned(),
                    resource_type: change.resource_type().unwrap_or_default().to_owned(),
                    action: change.action().map_or("", |action| action.as_str()).to_owned(),
                    after: change.after_context().map(str::to_owned),
                });
            }
            token = page.next_token.filter(|token| !token.is_empty());
            if token.is_none() {
                return Ok(changed);
            }
        }
        Err(endless(Api::DescribeChangeSet))
    }
}

/// The parameters whose values are shown.
fn current(parameters: &[Parameter]) -> impl Iterator<Item = CurrentParameter> {
    parameters
        .iter()
        .filter_map(|parameter| {
            Some(CurrentParameter {
                name: parameter.parameter_key()?.to_owned(),
                value: parameter.parameter_value()?.to_owned(),
                stored: parameter.resolved_value().map(str::to_owned),
            })
        })
        .filter(|parameter| parameter.value.is_empty() || !parameter.value.bytes().all(|byte| byte == b'*'))
}

fn endless(api: Api) -> Failure {
    Failure::new(Kind::Refused, format!("{api} gave more than {MAX_PAGES} pages"))
}
