//! Functions, conditions, pseudo parameters, transforms: from a [`Template`] to the [`Stack`] it would make.
//!
//! Nothing is guessed and nothing dropped: a value is known, absent, or unknown for a stated reason.

mod stack;
mod value;

pub use stack::{Incomplete, Resource, Stack};
pub use value::{Choice, Content, Part, Reason, Unknown, Value};

use crate::template::Template;
use std::collections::HashMap;
use std::path::PathBuf;

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
    /// The folder in which `AWS::Include` looks for local files; `None` where reading files is not wanted.
    pub include_folder: Option<PathBuf>,
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
    let _ = (template, environment);
    todo!("written beside the parser")
}
