//! `AWS::Serverless::NetworkConnector`: a way into a VPC for what Lambda runs, with a role to make it.
//!
//! Facts: the AWS SAM Developer Guide, "AWS::Serverless::NetworkConnector".

use super::capacity_provider::{combine, operator_role, with_own};
use super::intrinsics::is_call;
use super::properties::{Properties, Property, kind, optional, required};
use super::tree::{attribute, list, map, text};
use super::{Expanded, Expansion, Failure, tags};
use crate::template::{Node, Resource};

const PROPERTIES: &[Property] = &[
    optional("ComputeTypes", kind::LIST).literal(),
    optional("Name", kind::TEXT | kind::MAP).literal(),
    optional("OperatorRole", kind::TEXT | kind::MAP).literal(),
    optional("PropagateTags", kind::BOOLEAN).literal(),
    optional("Tags", kind::MAP).literal(),
    required("VpcConfig", kind::MAP).literal(),
];

const VPC: &[Property] = &[
    required("NetworkProtocol", kind::TEXT),
    required("SecurityGroupIds", kind::LIST).literal(),
    required("SubnetIds", kind::LIST).literal(),
];

/// Makes the network connector and its role.
pub(super) fn expand(expansion: &mut Expansion, resource: &Resource) -> Expanded {
    let owner = resource.called();
    let properties = Properties::read(&owner, resource.span, resource.properties.as_ref(), PROPERTIES)?;
    let span = resource.span;
    let compute = properties.get("ComputeTypes");
    if let Some(types) = compute {
        let is_known = |item: &Node| {
            is_call(item) || item.as_text().is_some_and(|text| matches!(&**text, "MicroVm" | "WebFunction"))
        };
        if !matches!(types.as_list(), Some([one]) if is_known(one)) {
            let message =
                format!("`ComputeTypes` of {owner} has to be one of MicroVm and WebFunction, in a list");
            return Err(Failure::new(types.span, message));
        }
    }
    let mut connector = Resource::make("AWS::Lambda::NetworkConnector", resource.logical_id.clone(), span)
        .in_place_of(resource)
        .with_some("Name", properties.given("Name"));
    connector.depends_on.clone_from(&resource.depends_on);
    if let Some(given) = properties.get("VpcConfig") {
        let vpc = Properties::read(&format!("`VpcConfig` of {owner}"), given.span, Some(given), VPC)?;
        if let Some(protocol) = vpc.get("NetworkProtocol").filter(|protocol| !is_call(protocol))
            && !protocol.as_text().is_some_and(|text| matches!(&**text, "IPv4" | "DualStack"))
        {
            let message = format!("`NetworkProtocol` of {owner} has to be IPv4 or DualStack");
            return Err(Failure::new(protocol.span, message));
        }
        let mut egress = given.clone();
        let types = compute.cloned().unwrap_or_else(|| list(span, [text(span, "MicroVm")]));
        if let Some(fields) = egress.as_map_mut() {
            fields.set("AssociatedComputeResourceTypes", span, types);
        }
        connector.set("Configuration", map(span, [("VpcEgressConfiguration", egress)]));
    }
    connector.set("Tags", with_own(span, properties.given("Tags").and_then(Node::as_map)));
    let mut made = Vec::new();
    let operator = match properties.given("OperatorRole") {
        Some(role) => role.clone(),
        None => {
            let role = operator_role(expansion, resource, "AWSLambdaNetworkConnectorOperatorPolicy")?;
            let arn = attribute(span, role.logical_id.clone(), "Arn");
            made.push(role);
            arn
        }
    };
    connector.set("OperatorRole", operator);
    made.insert(0, connector);
    if let Some(tags) = tags::propagated(&properties) {
        made.iter_mut().for_each(|resource| combine(resource, tags));
    }
    Ok(made)
}
