//! On which capacity a function runs: `CapacityProviderConfig`.

use super::super::Failure;
use super::super::properties::{Properties, Property, kind, optional, required};
use super::super::tree::map;
use crate::template::{Node, Span};

const PROPERTIES: &[Property] = &[
    required("Arn", kind::TEXT | kind::MAP),
    optional("ExecutionEnvironmentMemoryGiBPerVCpu", kind::ANY),
    optional("PerExecutionEnvironmentMaxConcurrency", kind::ANY),
];

/// The property as Lambda names it.
pub(super) fn config(owner: &str, config: &Node) -> Result<Node, Failure> {
    let span: Span = config.span;
    let called = format!("`CapacityProviderConfig` of {owner}");
    let properties = Properties::read(&called, span, Some(config), PROPERTIES)?;
    let mut fields = Vec::new();
    for (from, to) in [
        ("Arn", "CapacityProviderArn"),
        ("PerExecutionEnvironmentMaxConcurrency", "PerExecutionEnvironmentMaxConcurrency"),
        ("ExecutionEnvironmentMemoryGiBPerVCpu", "ExecutionEnvironmentMemoryGiBPerVCpu"),
    ] {
        fields.extend(properties.get(from).map(|value| (to, value.clone())));
    }
    Ok(map(span, [("LambdaManagedInstancesCapacityProviderConfig", map(span, fields))]))
}
