//! `backup-plan-min-frequency-and-min-retention-check`

use crate::rules::schedule;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK",
    name: "backup-plan-min-frequency-and-min-retention-check",
    resource_types: &["AWS::Backup::BackupPlan"],
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "requiredFrequencyUnit",
            parameter_type: ParameterType::String,
            required: false,
            default: Some("days"),
            description: "unit of requiredFrequencyValue: hours or days",
        },
        Parameter {
            name: "requiredFrequencyValue",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("1"),
            description: "number of units within which one backup must run; at most 24 hours or 31 days",
        },
        Parameter {
            name: "requiredRetentionDays",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("35"),
            description: "days a recovery point must be kept",
        },
    ],
    summary: "Backup plans should back up often enough and keep backups long enough.",
    details: "\
A backup is worth as much as it is recent, and as it is still there when the damage is found. One rule of \
the plan has to run often enough and keep what it makes long enough; both have to hold for the same rule. \
An absent `ScheduleExpression` means daily at 5 a.m., an absent `DeleteAfterDays` means that backups are \
kept for ever.

AWS doesn't say how a `cron` expression is read: here the longest gap between two of its times counts, and \
one that we can't read leaves the verdict open.",
    fix: "Set `ScheduleExpression` and `Lifecycle.DeleteAfterDays` of a rule of the plan to the \
parameters or better.",
    compliant_when: some_item(
        "BackupPlan.BackupPlanRule",
        &all_of(&[
            function(is_often_enough),
            any_of(&[
                property("Lifecycle.DeleteAfterDays").is_absent(),
                property("Lifecycle.DeleteAfterDays").at_least_parameter("requiredRetentionDays"),
            ]),
        ]),
    )
    .explained("no rule of the plan runs often enough and keeps backups long enough"),
    compliant_example: "\
Plan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: daily
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: Default
          ScheduleExpression: cron(0 5 ? * * *)
          Lifecycle:
            DeleteAfterDays: 35
",
    noncompliant_example: "\
Plan:
  Type: AWS::Backup::BackupPlan
  Properties:
    BackupPlan:
      BackupPlanName: daily
      BackupPlanRule:
        - RuleName: daily
          TargetBackupVault: Default
          ScheduleExpression: cron(0 5 ? * * *)
          Lifecycle:
            DeleteAfterDays: 7
",
    ..Rule::BASE
};

fn is_often_enough<'a>(rule: &Subject<'a>) -> Truth<'a> {
    const DAILY: &str = "cron(0 5 ? * * *)";
    let unit = match rule.parameter("requiredFrequencyUnit").map(str::trim) {
        Some("hours") => 1,
        _ => 24,
    };
    let value = rule.parameter("requiredFrequencyValue").and_then(|value| value.trim().parse::<u64>().ok());
    let Some(limit) = value.and_then(|value| value.checked_mul(unit)) else {
        return rule.unknown("the rule's parameter requiredFrequencyValue is not given");
    };
    rule.look("ScheduleExpression", &mut |place| {
        let expression = place.value.map_or(Some(DAILY.into()), |value| value.as_text());
        match expression.and_then(|expression| schedule::longest_gap(&expression)) {
            None => place
                .unknown(Found::Statement("how often the rule runs can't be known".into()), Wanted::Present),
            Some(hours) if hours <= limit => Truth::True,
            Some(hours) => place.fails(
                Found::Statement(
                    format!("up to {hours} hours pass between two backups, expected at most {limit}").into(),
                ),
                Wanted::Present,
            ),
        }
    })
}
