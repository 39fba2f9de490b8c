//! Whether a backup selection of the template takes in a resource: what the rules `…-in-backup-plan` and
//! `…-protected-by-backup-plan` share.
//!
//! Source: "Assigning resources to a backup plan" in the AWS Backup Developer Guide.

use super::protection::meets_parameters;
use crate::resolve::{Content, Part, Reason, Resource, Value};
use crate::rules::{Subject, Truth, policy, refers_to, three_valued};

/// A kind of resource that AWS Backup can back up.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) struct Protected {
    /// What stands before its name in its ARN, with `*` for Region and account: `arn:aws:dynamodb:*:*:table/`.
    pub arn: &'static str,
    /// The property with its name, if the ARN ends in that.
    pub name: &'static str,
    /// How the ID begins that AWS makes up for it and AWS Config knows it by; empty if that is its name.
    pub id: &'static str,
    /// The property with its tags, a list of `Key` and `Value`.
    pub tags: &'static str,
}

/// Buckets of S3.
pub(in crate::rules) const BUCKET: Protected =
    Protected { arn: "arn:aws:s3:::", name: "BucketName", id: "", tags: "Tags" };
/// DB clusters.
pub(in crate::rules) const DB_CLUSTER: Protected =
    Protected { arn: "arn:aws:rds:*:*:cluster:", name: "DBClusterIdentifier", id: "cluster-", tags: "Tags" };
/// DB instances.
pub(in crate::rules) const DB_INSTANCE: Protected =
    Protected { arn: "arn:aws:rds:*:*:db:", name: "DBInstanceIdentifier", id: "db-", tags: "Tags" };
/// File systems of EFS.
pub(in crate::rules) const EFS_FILE_SYSTEM: Protected = Protected {
    arn: "arn:aws:elasticfilesystem:*:*:file-system/",
    name: "FileSystemId",
    id: "fs-",
    tags: "FileSystemTags",
};
/// File systems of FSx.
pub(in crate::rules) const FSX_FILE_SYSTEM: Protected =
    Protected { arn: "arn:aws:fsx:*:*:file-system/", name: "FileSystemId", id: "fs-", tags: "Tags" };
/// EC2 instances.
pub(in crate::rules) const INSTANCE: Protected =
    Protected { arn: "arn:aws:ec2:*:*:instance/", name: "InstanceId", id: "i-", tags: "Tags" };
/// Tables of DynamoDB.
pub(in crate::rules) const TABLE: Protected =
    Protected { arn: "arn:aws:dynamodb:*:*:table/", name: "TableName", id: "", tags: "Tags" };
/// EBS volumes.
pub(in crate::rules) const VOLUME: Protected =
    Protected { arn: "arn:aws:ec2:*:*:volume/", name: "VolumeId", id: "vol-", tags: "Tags" };

/// Whether a backup selection takes in the resource.
pub(in crate::rules) fn is_in_plan<'a>(subject: &Subject<'a>, kind: Protected) -> Truth<'a> {
    decide(subject, kind, &|_| Some(true))
}

/// As [`is_in_plan`], and the plan meets the parameters about copies and vaults.
pub(in crate::rules) fn is_protected<'a>(subject: &Subject<'a>, kind: Protected) -> Truth<'a> {
    decide(subject, kind, &|selection| meets_parameters(selection, subject))
}

fn decide<'a>(
    subject: &Subject<'a>,
    kind: Protected,
    meets: &dyn Fn(&Resource) -> Option<bool>,
) -> Truth<'a> {
    let selections = subject.neighbourhood.resources_of_type("AWS::Backup::BackupSelection");
    if selections.is_empty() {
        return subject.unknown("no backup selection is in this template: another stack may have one");
    }
    let is_covered = three_valued::any(selections.iter().map(|selection| {
        let covers = three_valued::all([takes_in(selection, subject, kind), meets(selection)]);
        let may_be_missing =
            selection.condition.is_some() && selection.condition_name != subject.resource.condition_name;
        if may_be_missing { covers.filter(|covers| !covers) } else { covers }
    }));
    match is_covered {
        Some(true) => Truth::True,
        Some(false) => subject.fails(
            "no AWS::Backup::BackupSelection in the template takes the resource into a plan as it is wanted",
        ),
        None => subject.unknown("whether a backup selection takes in the resource can't be known"),
    }
}

/// Whether the selection takes in the resource: by its ARN, or by its tags.
fn takes_in(selection: &Resource, subject: &Subject<'_>, kind: Protected) -> Option<bool> {
    let selection = match selection.properties.as_map().and_then(|map| map.get("BackupSelection")) {
        None => return Some(false),
        Some(selection) => selection.as_map()?,
    };
    let named = |list: &str| {
        selection
            .get(list)
            .map_or(Some(false), |list| three_valued::some_item(list, &|arn| is_arn_of(arn, subject, kind)))
    };
    let meets_conditions =
        selection.get("Conditions").map_or(Some(true), |conditions| meets(conditions, subject, kind));
    let by_arn = match (selection.get("Resources"), selection.get("Conditions")) {
        (None, Some(_)) => Some(true),
        _ => named("Resources"),
    };
    let by_tag = selection.get("ListOfTags").map_or(Some(false), |list| {
        three_valued::some_item(list, &|condition| has_tag(condition, subject, kind, "ConditionKey"))
    });
    three_valued::all([
        named("NotResources").map(|excluded| !excluded),
        three_valued::any([three_valued::all([by_arn, meets_conditions]), by_tag]),
    ])
}

/// Whether an entry of `Resources` is the resource's ARN or a pattern of it.
fn is_arn_of(arn: &Value, subject: &Subject<'_>, kind: Protected) -> Option<bool> {
    if refers_to(arn, subject.resource) == Some(true) {
        return Some(true);
    }
    let pattern = match &arn.content {
        Content::Partial(parts) => match parts.iter().map(known_part).collect::<Option<String>>() {
            Some(pattern) => pattern,
            // It names another resource of the template, or may be a pattern that is given later.
            None if parts.iter().all(is_of_template) => return refers_to(arn, subject.resource),
            None => return None,
        },
        Content::Unknown(unknown) if !is_minted(&unknown.reason) => return None,
        Content::Unknown(_) => return refers_to(arn, subject.resource),
        _ => arn.as_text()?.into_owned(),
    };
    let name = subject.get(kind.name).and_then(|name| name.as_text().map(|name| name.into_owned()));
    let own = format!("{}{}", kind.arn, name.as_deref().unwrap_or("*"));
    let pattern = Value::text(arn.span, pattern);
    match policy::covers(&pattern, &own) {
        Some(true) => Some(true),
        // A name that AWS makes up is none that is written down; a Region or an account may be the own one.
        _ if policy::overlaps(&pattern, &own) == Some(false) => Some(false),
        _ if name.is_none() && !pattern.as_text()?.contains(['*', '?']) => Some(false),
        _ => None,
    }
}

/// Whether AWS makes the value up for a resource of the template: it is no pattern.
fn is_minted(reason: &Reason) -> bool {
    matches!(reason, Reason::PhysicalId { .. } | Reason::Attribute { .. })
}

fn is_of_template(part: &Part) -> bool {
    match part {
        Part::Text(_) => true,
        Part::Unknown(unknown) => is_minted(&unknown.reason) || known_part(part).is_some(),
    }
}

/// The text of a part; the deployment's own partition, Region and account as the resource's ARN has them.
fn known_part(part: &Part) -> Option<&str> {
    match part {
        Part::Text(text) => Some(text),
        Part::Unknown(unknown) => match &unknown.reason {
            Reason::PseudoParameter { name } if &**name == "AWS::Partition" => Some("aws"),
            Reason::PseudoParameter { name } if matches!(&**name, "AWS::Region" | "AWS::AccountId") => {
                Some("*")
            }
            _ => None,
        },
    }
}

/// Whether the resource's tags meet the `Conditions` of a selection, all of them.
fn meets(conditions: &Value, subject: &Subject<'_>, kind: Protected) -> Option<bool> {
    three_valued::all(conditions.as_map()?.iter().map(|operator| {
        let tagged = |condition: &Value| has_tag(condition, subject, kind, "ConditionKey");
        match &*operator.key {
            "StringEquals" => {
                three_valued::some_item(&operator.value, &|it| tagged(it).map(|is| !is)).map(|other| !other)
            }
            "StringNotEquals" => three_valued::some_item(&operator.value, &tagged).map(|is| !is),
            _ => None,
        }
    }))
}

/// Whether the resource has the tag of a condition. Keys in `Conditions` begin with `aws:ResourceTag/`.
fn has_tag(condition: &Value, subject: &Subject<'_>, kind: Protected, key: &str) -> Option<bool> {
    let condition = condition.as_map()?;
    let key = condition.get(key)?.as_text()?;
    let value = condition.get("ConditionValue")?.as_text()?;
    has_own_tag(subject, kind.tags, key.strip_prefix("aws:ResourceTag/").unwrap_or(&key), &value)
}

/// Whether the list of tags at `path` has this tag.
pub(super) fn has_own_tag(subject: &Subject<'_>, path: &str, key: &str, value: &str) -> Option<bool> {
    subject.get(path).map_or(Some(false), |tags| {
        three_valued::some_item(tags, &|tag| {
            let tag = tag.as_map()?;
            let is = |name, wanted| {
                tag.get(name).map_or(Some(false), |found| three_valued::is_text(found, wanted))
            };
            three_valued::all([is("Key", key), is("Value", value)])
        })
    })
}
