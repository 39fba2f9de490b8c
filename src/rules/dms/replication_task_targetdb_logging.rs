//! `dms-replication-task-targetdb-logging`

use super::logging::{IS_ON, writes};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_REPLICATION_TASK_TARGETDB_LOGGING",
    name: "dms-replication-task-targetdb-logging",
    resource_types: &["AWS::DMS::ReplicationTask"],
    severity: Severity::Medium,
    security_hub: &["DMS.7"],
    summary: "DMS replication tasks should log the target database side.",
    details: "\
Without the log nobody knows why changes did not reach the target. In the JSON text of `ReplicationTaskSettings`, \
`Logging.EnableLogging` has to be true, which it is not by default, and the components `TARGET_APPLY` and \
`TARGET_LOAD` must not write less than `LOGGER_SEVERITY_DEFAULT`. A component that the settings don't name writes \
that, which is our reading: AWS's page doesn't say it.",
    fix: "Set `Logging.EnableLogging` in `ReplicationTaskSettings` to true, and the `Severity` of `TARGET_APPLY` and \
`TARGET_LOAD` to `LOGGER_SEVERITY_DEFAULT`.",
    compliant_when: in_json(
        "ReplicationTaskSettings",
        &all_of(&[IS_ON, writes("TARGET_APPLY"), writes("TARGET_LOAD")]),
    ),
    compliant_example: r#"
Copy:
  Type: AWS::DMS::ReplicationTask
  Properties:
    MigrationType: cdc
    ReplicationInstanceArn: arn:aws:dms:eu-west-1:111122223333:rep:EXAMPLE
    SourceEndpointArn: arn:aws:dms:eu-west-1:111122223333:endpoint:SOURCE
    TargetEndpointArn: arn:aws:dms:eu-west-1:111122223333:endpoint:TARGET
    TableMappings: '{"rules": []}'
    ReplicationTaskSettings: |
      {
        "Logging": {
          "EnableLogging": true,
          "LogComponents": [
            {"Id": "TARGET_APPLY", "Severity": "LOGGER_SEVERITY_DEFAULT"},
            {"Id": "TARGET_LOAD", "Severity": "LOGGER_SEVERITY_DEFAULT"}
          ]
        }
      }
"#,
    noncompliant_example: r#"
Copy:
  Type: AWS::DMS::ReplicationTask
  Properties:
    MigrationType: cdc
    ReplicationInstanceArn: arn:aws:dms:eu-west-1:111122223333:rep:EXAMPLE
    SourceEndpointArn: arn:aws:dms:eu-west-1:111122223333:endpoint:SOURCE
    TargetEndpointArn: arn:aws:dms:eu-west-1:111122223333:endpoint:TARGET
    TableMappings: '{"rules": []}'
    ReplicationTaskSettings: '{"Logging": {"EnableLogging": false}}'
"#,
    ..Rule::BASE
};
