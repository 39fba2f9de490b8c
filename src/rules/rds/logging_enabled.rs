//! `rds-logging-enabled`

use super::ENGINE;
use crate::rules::items::{contains, split};
use crate::rules::*;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_LOGGING_ENABLED",
    name: "rds-logging-enabled",
    resource_types: &["AWS::RDS::DBInstance"],
    severity: Severity::Medium,
    security_hub: &["RDS.9"],
    parameters: &[Parameter {
        name: "additionalLogs",
        parameter_type: ParameterType::StringMap,
        required: false,
        default: None,
        description: "per engine, further log types that must be exported, as in \
`oracle: general, slowquery ; aurora: alert, slowquery`",
    }],
    summary: "RDS instances should publish all their log types to CloudWatch Logs.",
    details: "\
Logs that stay on the instance are gone after some days, and with the instance. `EnableCloudwatchLogsExports` has to \
list, by engine:

- MariaDB, MySQL, Aurora MySQL: `audit`, `error`, `general`, `slowquery`
- PostgreSQL: `postgresql`, `upgrade`; Aurora PostgreSQL: `postgresql`, the only one that it can export
- Oracle: `alert`, `audit`, `listener`, `trace`
- SQL Server: `agent`, `error`

The lists are those of the Security Hub control; the rule's own page has none, so other engines stay open if they \
export anything. An instance of a DB cluster goes by the list of its cluster. An engine in `additionalLogs` is \
taken for the beginning of engine names: `oracle` is `oracle-ee`, too.",
    fix: "List all log types of the engine in `EnableCloudwatchLogsExports`.",
    remediation_document: None,
    certainty: Certainty::Known,
    compliant_when: when(
        &property("DBClusterIdentifier").is_present(),
        &follow("DBClusterIdentifier", &["AWS::RDS::DBCluster"], &EXPORTS_ALL),
        &EXPORTS_ALL,
    ),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableCloudwatchLogsExports:
      - postgresql
      - upgrade
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    EnableCloudwatchLogsExports:
      - postgresql
",
    ..Rule::BASE
};

const LOGS: Property = property("EnableCloudwatchLogsExports");
const EXPORTS_ALL: Check = all_of(&[
    LOGS.is_present(),
    when(
        &ENGINE.is_one_of(&["mariadb", "mysql", "aurora", "aurora-mysql"]),
        &all_of(&[
            LOGS.contains("audit"),
            LOGS.contains("error"),
            LOGS.contains("general"),
            LOGS.contains("slowquery"),
        ]),
        &when(
            &ENGINE.is_one_of(&["postgres", "aurora-postgresql"]),
            &all_of(&[
                LOGS.contains("postgresql"),
                any_of(&[LOGS.contains("upgrade"), ENGINE.equals("aurora-postgresql")]),
            ]),
            &when(
                &ENGINE.starts_with(&["oracle-"]),
                &all_of(&[
                    LOGS.contains("alert"),
                    LOGS.contains("audit"),
                    LOGS.contains("listener"),
                    LOGS.contains("trace"),
                ]),
                &when(
                    &ENGINE.starts_with(&["sqlserver-"]),
                    &all_of(&[LOGS.contains("agent"), LOGS.contains("error")]),
                    &undecided("AWS doesn't say which logs it wants of this engine"),
                ),
            ),
        ),
    ),
    when_parameter("additionalLogs", &function(exports_additional_logs)),
]);

fn exports_additional_logs<'a>(database: &Subject<'a>) -> Truth<'a> {
    let Some(wanted) = database.parameter("additionalLogs").and_then(by_engine) else {
        return database.unknown("the rule's parameter additionalLogs names no logs of engines");
    };
    database.look("Engine", &mut |place| {
        let Some(engine) = place.value.and_then(|engine| engine.as_text()) else {
            return database.unknown("the engine, for which additionalLogs may want logs, can't be known");
        };
        let engine = engine.to_ascii_lowercase();
        let logs = wanted
            .iter()
            .filter(|(name, _)| engine.starts_with(name.as_str()))
            .flat_map(|(_, logs)| split(logs));
        logs.fold(Truth::True, |truth, log| {
            truth.and(|| {
                database.look("EnableCloudwatchLogsExports", &mut |place| match place.value {
                    Some(value) if contains(value, log) == Some(true) => Truth::True,
                    Some(value) if contains(value, log).is_none() => {
                        place.unknown(Found::of(value), Wanted::Present)
                    }
                    _ => place.fails(
                        Found::Statement(
                            format!("the log {log}, which additionalLogs wants, is not exported").into(),
                        ),
                        Wanted::Present,
                    ),
                })
            })
        })
    })
}

/// The logs by engine of `engine: log, log; engine: log`, or of a JSON object.
fn by_engine(text: &str) -> Option<BTreeMap<String, String>> {
    if let Ok(map) = serde_json::from_str(text) {
        return Some(map);
    }
    let pairs = text.split(';').filter(|pair| !pair.trim().is_empty());
    let pairs = pairs.map(|pair| pair.split_once(':'));
    pairs
        .map(|pair| pair.map(|(engine, logs)| (engine.trim().to_ascii_lowercase(), logs.to_owned())))
        .collect()
}
