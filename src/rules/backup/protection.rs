//! The parameters that the rules `…-protected-by-backup-plan` share.

use super::coverage::{Protected, has_own_tag};
use crate::resolve::{Resource, Value};
use crate::rules::items::split;
use crate::rules::*;

/// A parameter of the family.
const fn parameter(
    name: &'static str,
    parameter_type: ParameterType,
    description: &'static str,
) -> Parameter {
    Parameter { name, parameter_type, required: false, default: None, description }
}

/// The parameters of the family.
pub(in crate::rules) const PARAMETERS: &[Parameter] = &[
    parameter(
        "resourceTags",
        ParameterType::String,
        "JSON object of tags; only resources that have them all are judged",
    ),
    parameter("resourceId", ParameterType::String, "ID or name of the one resource that is judged"),
    parameter(
        "crossRegionList",
        ParameterType::String,
        "comma-separated Regions that have to receive a copy",
    ),
    parameter(
        "crossAccountList",
        ParameterType::String,
        "comma-separated IDs of accounts that have to receive a copy",
    ),
    parameter("maxRetentionDays", ParameterType::Int, "most that the vault lock may allow, in days"),
    parameter("minRetentionDays", ParameterType::Int, "least that the vault lock has to demand, in days"),
    parameter("backupVaultLockCheck", ParameterType::String, "`True` demands that the vault is locked"),
];

/// The resource is one that the parameters `resourceTags` and `resourceId` speak of.
pub(in crate::rules) fn is_in_scope<'a>(subject: &Subject<'a>, kind: Protected) -> Truth<'a> {
    if let Some(wanted) = subject.parameter("resourceTags") {
        let Ok(serde_json::Value::Object(wanted)) = serde_json::from_str(wanted) else {
            return subject.unknown("the rule's parameter resourceTags is no JSON object");
        };
        let has = |(key, value): (&std::string::String, &serde_json::Value)| {
            has_own_tag(subject, kind.tags, key, value.as_str().unwrap_or_default())
        };
        match three_valued::all(wanted.iter().map(has)) {
            Some(true) => {}
            Some(false) => {
                return subject.fails("the resource has not the tags of the parameter resourceTags");
            }
            None => return subject.unknown("the resource's tags can't be known before deployment"),
        }
    }
    let Some(wanted) = subject.parameter("resourceId").map(str::trim) else { return Truth::True };
    match subject.get(kind.name).map_or(Some(false), |name| three_valued::is_text(name, wanted)) {
        Some(true) => Truth::True,
        Some(false) if wanted.starts_with(kind.id) && !kind.id.is_empty() => subject.unknown(ONLY_AFTERWARDS),
        Some(false) if subject.get(kind.name).is_none() && kind.id.is_empty() => {
            subject.unknown(ONLY_AFTERWARDS)
        }
        Some(false) => subject.fails("the resource is not that of the parameter resourceId"),
        None => subject.unknown("the resource's name can't be known before deployment"),
    }
}

const ONLY_AFTERWARDS: &str =
    "whether the resource has the ID of the parameter resourceId shows only after deployment";

/// Whether the plan of a backup selection meets the parameters about copies and vaults. `None` for a plan that is not
/// in the template.
pub(super) fn meets_parameters(selection: &Resource, subject: &Subject<'_>) -> Option<bool> {
    let given = |name| subject.parameter(name);
    let wants_lock = given("backupVaultLockCheck")
        .is_some_and(|wanted| wanted.trim().eq_ignore_ascii_case("true"))
        || given("minRetentionDays").is_some()
        || given("maxRetentionDays").is_some();
    let wants_copies = given("crossRegionList").is_some() || given("crossAccountList").is_some();
    if !wants_lock && !wants_copies {
        return Some(true);
    }
    let plan_id = selection.properties.as_map()?.get("BackupPlanId")?;
    let plans = subject.neighbourhood.resources_of_type("AWS::Backup::BackupPlan");
    let plan = plans.iter().find(|plan| refers_to(plan_id, plan) == Some(true))?;
    let Some(rules) = plan.properties.as_map()?.get("BackupPlan")?.as_map()?.get("BackupPlanRule") else {
        return Some(false);
    };
    three_valued::some_item(rules, &|rule| {
        let rule = rule.as_map()?;
        // The Region is the fourth part of a vault's ARN, the account the fifth.
        let copies = [("crossRegionList", 3), ("crossAccountList", 4)].map(|(name, part)| {
            three_valued::all(split(given(name).unwrap_or_default()).map(|place| {
                rule.get("CopyActions").map_or(Some(false), |actions| {
                    three_valued::some_item(actions, &|action| {
                        let vault = action.as_map()?.get("DestinationBackupVaultArn")?.as_text()?;
                        Some(vault.split(':').nth(part) == Some(place))
                    })
                })
            }))
        });
        let lock = if wants_lock { is_locked(rule.get("TargetBackupVault")?, subject) } else { Some(true) };
        three_valued::all(copies.into_iter().chain([lock]))
    })
}

/// Whether the vault is locked, within the parameters. `None` for one that is not in the template.
fn is_locked(vault: &Value, subject: &Subject<'_>) -> Option<bool> {
    let vaults = subject.neighbourhood.resources_of_type("AWS::Backup::BackupVault");
    let found = vaults.iter().find(|candidate| refers_to(vault, candidate) == Some(true))?;
    let Some(lock) = found.properties.as_map()?.get("LockConfiguration") else { return Some(false) };
    let lock = lock.as_map()?;
    let within = |parameter: &str, property: &str, holds: fn(i64, i64) -> bool| {
        let Some(limit) = subject.parameter(parameter).and_then(|limit| limit.trim().parse().ok()) else {
            return Some(true);
        };
        lock.get(property).map_or(Some(false), |days| days.as_integer().map(|days| holds(days, limit)))
    };
    three_valued::all([
        within("minRetentionDays", "MinRetentionDays", |days, least| days >= least),
        within("maxRetentionDays", "MaxRetentionDays", |days, most| days <= most),
    ])
}
