//! `dms-replication-task-sourcedb-logging`

use super::logging::{IS_ON, writes};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_REPLICATION_TASK_SOURCEDB_LOGGING",
    name: "dms-replication-task-sourcedb-logging",
    resource_types: &["AWS::DMS::ReplicationTask"],
    severity: Severity::Medium,
    security_hub: &["DMS.8"],
    summary: "DMS replication tasks should log the source database side.",
    details: "\
Without the log nobody knows why changes of the source were not read. In the JSON text of `ReplicationTaskSettings`, \
`Logging.EnableLogging` has to be true, which it is not by default, and the components `SOURCE_CAPTURE` and \
`SOURCE_UNLOAD` must not write less than `LOGGER_SEVERITY_DEFAULT`. A component that the settings don't name writes \
that, which is our reading: AWS's page doesn't say it.",
    fix: "Set `Logging.EnableLogging` in `ReplicationTaskSettings` to true, and the `Severity` of `SOURCE_CAPTURE` and \
`SOURCE_UNLOAD` to `LOGGER_SEVERITY_DEFAULT`.",
    compliant_when: in_json(
        "ReplicationTaskSettings",
        &all_of(&[IS_ON, writes("SOURCE_CAPTURE"), writes("SOURCE_UNLOAD")]),
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
            {"Id": "SOURCE_CAPTURE", "Severity": "LOGGER_SEVERITY_DEFAULT"},
            {"Id": "SOURCE_UNLOAD", "Severity": "LOGGER_SEVERITY_DEFAULT"}
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
