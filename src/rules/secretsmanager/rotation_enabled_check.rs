//! `secretsmanager-rotation-enabled-check`

use crate::rules::schedule;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SECRETSMANAGER_ROTATION_ENABLED_CHECK",
    name: "secretsmanager-rotation-enabled-check",
    resource_types: &["AWS::SecretsManager::Secret"],
    severity: Severity::Medium,
    security_hub: &["SecretsManager.1"],
    parameters: &[
        Parameter {
            name: "maximumAllowedRotationFrequency",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "longest rotation interval in days",
        },
        Parameter {
            name: "maximumAllowedRotationFrequencyInHours",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "longest rotation interval in hours",
        },
    ],
    summary: "Secrets should be rotated on a schedule.",
    details: "\
A password that changes is worth less to whoever got hold of it. An \
`AWS::SecretsManager::RotationSchedule` of the template has to refer to the secret, directly or by its \
`AWS::SecretsManager::SecretTargetAttachment`. A schedule without `RotationRules` leaves the verdict open.

With a parameter, the longest time between two rotations may not be longer: `AutomaticallyAfterDays`, or \
that of `ScheduleExpression`. A `cron` expression is taken for the longest gap between two of its times. \
If both parameters are given, both have to be met.",
    fix: "Add an `AWS::SecretsManager::RotationSchedule` for the secret.",
    compliant_when: any_of(&[
        SCHEDULES.some(&OFTEN_ENOUGH),
        related(&["AWS::SecretsManager::SecretTargetAttachment"], "SecretId")
            .some(&SCHEDULES.some(&OFTEN_ENOUGH)),
    ]),
    compliant_example: "\
Password:
  Type: AWS::SecretsManager::Secret
Rotation:
  Type: AWS::SecretsManager::RotationSchedule
  Properties:
    SecretId: !Ref Password
    RotationLambdaARN: arn:aws:lambda:eu-west-1:111122223333:function:rotate
    RotationRules:
      AutomaticallyAfterDays: 30
",
    noncompliant_example: "\
Password:
  Type: AWS::SecretsManager::Secret
",
    ..Rule::BASE
};

const SCHEDULES: Related = related(&["AWS::SecretsManager::RotationSchedule"], "SecretId");
const OFTEN_ENOUGH: Check = when(
    &property("RotationRules").is_present(),
    &function(is_often_enough),
    &undecided("a RotationSchedule without RotationRules may leave the secret without a schedule"),
);

fn is_often_enough<'a>(schedule: &Subject<'a>) -> Truth<'a> {
    let hours = |name: &str, factor: u64| {
        schedule
            .parameter(name)
            .and_then(|text| text.trim().parse::<u64>().ok())
            .map(|number| number * factor)
    };
    let limits =
        [hours("maximumAllowedRotationFrequency", 24), hours("maximumAllowedRotationFrequencyInHours", 1)];
    let Some(limit) = limits.into_iter().flatten().min() else { return Truth::True };
    let days = schedule.get("RotationRules.AutomaticallyAfterDays");
    let expression = schedule.get("RotationRules.ScheduleExpression");
    let longest = match (days, expression) {
        (Some(days), _) => days.as_integer().and_then(|days| u64::try_from(days).ok()).map(|days| days * 24),
        (None, Some(expression)) => expression.as_text().and_then(|text| schedule::longest_gap(&text)),
        (None, None) => None,
    };
    match longest {
        None => schedule.unknown("how often the secret is rotated can't be known"),
        Some(hours) if hours <= limit => Truth::True,
        Some(hours) => schedule.fails_at(
            "RotationRules",
            format!("up to {hours} hours pass between two rotations, expected at most {limit}"),
        ),
    }
}
