//! Which resource a value names: by reference, by name or by ARN.

use super::partial::{may_equal, same_parts, starts_with_any};
use crate::resolve::{Content, Part, Reason, Resource, Value};
use std::borrow::Cow;

/// Whether `value` names `resource`: by `Ref` or `Fn::GetAtt`, by the same unknown value as its name, or
/// by its literal name (also at the end of an ARN). `None` if that can't be known.
pub fn refers_to(value: &Value, resource: &Resource) -> Option<bool> {
    match &value.content {
        Content::Unknown(unknown) => reason_refers_to(&unknown.reason, resource),
        Content::Partial(parts) => parts_refer_to(parts, resource),
        Content::Either(choice) => {
            let branch = |value: &Option<Value>| {
                value.as_ref().map_or(Some(false), |value| refers_to(value, resource))
            };
            let (then, otherwise) = (branch(&choice.then), branch(&choice.otherwise));
            if then == otherwise { then } else { None }
        }
        Content::Null | Content::List(_) | Content::Map(_) => Some(false),
        _ => {
            let text = value.as_text()?;
            // Application Auto Scaling writes a table like this.
            let text = text.strip_prefix("table/").unwrap_or(&text);
            match (known_name(resource), name_of(resource)) {
                (Some(name), _) => Some(names_same(text, &name) == Some(true)),
                // A name that is there but not known may be this one; without one, AWS makes one up.
                (None, Some(_)) => None,
                (None, None) => Some(false),
            }
        }
    }
}

fn reason_refers_to(reason: &Reason, resource: &Resource) -> Option<bool> {
    match reason {
        Reason::PhysicalId { logical_id } => Some(*logical_id == resource.logical_id),
        Reason::Attribute { logical_id, .. } if *logical_id == resource.logical_id => Some(true),
        // The outputs of a nested stack may be anything.
        Reason::Attribute { attribute, .. } if attribute.starts_with("Outputs.") => None,
        Reason::Attribute { .. } => Some(false),
        Reason::Macro { .. } | Reason::Error => None,
        // What another stack hands back may be this stack's own.
        Reason::Elsewhere { reason, .. } => reason_refers_to(reason, resource).filter(|refers| !refers),
        reason => match name_of(resource).map(|name| &name.content) {
            Some(Content::Unknown(unknown)) if unknown.reason == *reason => Some(true),
            Some(_) => None,
            // Nobody outside the stack knows the name that AWS will make up.
            None => Some(false),
        },
    }
}

/// A text refers to a resource if a reference to it stands between its ends, colons and slashes
/// (`${Bucket.Arn}/*`, not `${Bucket}-logs`), or if it ends in the resource's name.
fn parts_refer_to(parts: &[Part], resource: &Resource) -> Option<bool> {
    if let Some(Content::Partial(name)) = name_of(resource).map(|name| &name.content)
        && ends_with_parts(parts, name)
    {
        return Some(true);
    }
    let mut open = false;
    for (index, part) in parts.iter().enumerate() {
        let Part::Unknown(unknown) = part else { continue };
        let before = index.checked_sub(1).and_then(|before| parts.get(before));
        let stands_alone = before
            .is_none_or(|part| matches!(part, Part::Text(text) if text.ends_with([':', '/'])))
            && parts
                .get(index + 1)
                .is_none_or(|part| matches!(part, Part::Text(text) if text.starts_with([':', '/'])));
        if stands_alone {
            match reason_refers_to(&unknown.reason, resource) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => open = true,
            }
        }
    }
    match (known_name(resource), name_of(resource)) {
        (Some(name), _) => match parts_name_same(parts, &name) {
            Some(false) if open => None,
            decided => decided,
        },
        (None, Some(_)) => None,
        (None, None) => {
            if open {
                None
            } else {
                Some(false)
            }
        }
    }
}

/// Whether `parts` are `name`, alone or at the end of an ARN.
fn ends_with_parts(parts: &[Part], name: &[Part]) -> bool {
    if same_parts(parts, name) {
        return true;
    }
    let Some(start) = parts.len().checked_sub(name.len()) else { return false };
    let (before, end) = parts.split_at(start);
    match (end.split_first(), name.split_first()) {
        // The name begins with known text, which the ARN's text before it runs into.
        (Some((Part::Text(text), end)), Some((Part::Text(first), name))) => {
            same_parts(end, name)
                && text.strip_suffix(&**first).is_some_and(|start| start.ends_with([':', '/']))
        }
        _ => {
            same_parts(end, name)
                && matches!(before.last(), Some(Part::Text(text)) if text.ends_with([':', '/']))
        }
    }
}

/// Whether two texts, each a name, an ID or an ARN, name the same thing. `None` for an alias of a KMS key
/// beside something else: which key it stands for can't be known.
pub(super) fn names_same(left: &str, right: &str) -> Option<bool> {
    let is_in = |arn: &str, name: &str| {
        arn.strip_suffix(name).is_some_and(|start| !name.is_empty() && start.ends_with([':', '/']))
    };
    // Some properties want the ARN of a log group with `:*` at its end, others without.
    let (left, right) = (left.trim().trim_end_matches(":*"), right.trim().trim_end_matches(":*"));
    let same = left == right
        || match (is_arn(left), is_arn(right)) {
            (true, false) => is_in(left, right),
            (false, true) => is_in(right, left),
            _ => false,
        };
    if same {
        Some(true)
    } else if is_alias(left) != is_alias(right) {
        None
    } else {
        Some(false)
    }
}

/// As [`names_same`], for a text of which only some parts are known.
pub(super) fn parts_name_same(parts: &[Part], name: &str) -> Option<bool> {
    let is_part_of_alias = |part: &Part| matches!(part, Part::Text(text) if text.contains("alias/"));
    if parts.iter().any(is_part_of_alias) != is_alias(name) {
        return None;
    }
    let may_be_arn = starts_with_any(parts, &["arn:"], false) != Some(false);
    if is_arn(name) || !may_be_arn {
        return if may_equal(parts, name, false) { None } else { Some(false) };
    }
    let Some(Part::Text(end)) = parts.last() else { return None };
    match end.strip_suffix(name) {
        Some(start) if start.ends_with([':', '/']) => Some(true),
        // The name may begin in the unknown part.
        Some("") => None,
        None if name.ends_with(&**end) => None,
        _ => Some(false),
    }
}

/// As [`names_same`], for the name or ARN of a resource of the template.
pub(super) fn resource_names_same(resource: &Resource, name: &str) -> Option<bool> {
    let known = known_name(resource)?;
    match names_same(&known, name) {
        // Whether the ARN is in this account and Region can't be known.
        Some(true) if is_arn(name) => None,
        decided => decided,
    }
}

fn is_arn(text: &str) -> bool {
    text.starts_with("arn:")
}

/// Whether a text names an alias of a KMS key.
fn is_alias(text: &str) -> bool {
    text.starts_with("alias/") || text.contains(":alias/")
}

/// The resource's name, if the template gives it one.
fn name_of(resource: &Resource) -> Option<&Value> {
    let Content::Map(properties) = &resource.properties.content else { return None };
    properties.get(name_property(&resource.resource_type)?.0)
}

/// The value of `Ref` of the resource, if that is its name and the template gives it one.
pub(super) fn name_by_ref(resource: &Resource) -> Option<&Value> {
    let (_, is_ref) = name_property(&resource.resource_type)?;
    if is_ref { name_of(resource) } else { None }
}

fn known_name(resource: &Resource) -> Option<Cow<'_, str>> {
    name_of(resource)?.as_text().filter(|name| !name.is_empty())
}

/// The property that gives resources of a type the name by which others can refer to them, and whether
/// `Ref` gives that name (and not an ARN, ID or URL).
fn name_property(resource_type: &str) -> Option<(&'static str, bool)> {
    Some(match resource_type {
        "AWS::Backup::BackupVault" => ("BackupVaultName", true),
        "AWS::CodeDeploy::Application" => ("ApplicationName", true),
        "AWS::CodeDeploy::DeploymentConfig" => ("DeploymentConfigName", true),
        "AWS::DocDB::DBClusterParameterGroup" => ("Name", true),
        "AWS::DynamoDB::Table" => ("TableName", true),
        "AWS::EC2::LaunchTemplate" => ("LaunchTemplateName", false),
        "AWS::EC2::SecurityGroup" => ("GroupName", false),
        "AWS::ECS::TaskDefinition" => ("Family", false),
        "AWS::EKS::Cluster" => ("Name", true),
        "AWS::EMR::SecurityConfiguration" => ("Name", true),
        "AWS::ElasticLoadBalancing::LoadBalancer" => ("LoadBalancerName", true),
        "AWS::ElasticLoadBalancingV2::LoadBalancer" => ("Name", false),
        "AWS::Events::EventBus" => ("Name", true),
        "AWS::EventSchemas::Registry" => ("RegistryName", false),
        "AWS::IAM::Group" => ("GroupName", true),
        "AWS::IAM::ManagedPolicy" => ("ManagedPolicyName", false),
        "AWS::IAM::InstanceProfile" => ("InstanceProfileName", true),
        "AWS::IAM::Role" => ("RoleName", true),
        "AWS::IAM::User" => ("UserName", true),
        "AWS::KMS::Alias" => ("AliasName", true),
        "AWS::Lambda::Function" => ("FunctionName", true),
        "AWS::Neptune::DBCluster" => ("DBClusterIdentifier", true),
        "AWS::RDS::DBCluster" => ("DBClusterIdentifier", true),
        "AWS::RDS::DBClusterParameterGroup" => ("DBClusterParameterGroupName", true),
        "AWS::RDS::DBInstance" => ("DBInstanceIdentifier", true),
        "AWS::RDS::DBParameterGroup" => ("DBParameterGroupName", true),
        "AWS::RDS::DBSubnetGroup" => ("DBSubnetGroupName", true),
        "AWS::Redshift::ClusterParameterGroup" => ("ParameterGroupName", true),
        "AWS::S3::Bucket" => ("BucketName", true),
        "AWS::SecretsManager::Secret" => ("Name", false),
        "AWS::SNS::Topic" => ("TopicName", false),
        "AWS::SQS::Queue" => ("QueueName", false),
        _ => return None,
    })
}
