//! `datasync-task-data-verification-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DATASYNC_TASK_DATA_VERIFICATION_ENABLED",
    name: "datasync-task-data-verification-enabled",
    resource_types: &["AWS::DataSync::Task"],
    severity: Severity::Low,
    summary: "DataSync tasks should verify transferred data.",
    details: "\
Without verification nobody notices that a file arrived broken. Only `Options.VerifyMode` `NONE` is \
noncompliant; absent means that DataSync verifies, in every mode of a task.",
    fix: "Set `Options.VerifyMode` to ONLY_FILES_TRANSFERRED or POINT_IN_TIME_CONSISTENT.",
    compliant_when: property("Options.VerifyMode").default("POINT_IN_TIME_CONSISTENT").differs_from("NONE"),
    compliant_example: "\
Copy:
  Type: AWS::DataSync::Task
  Properties:
    SourceLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0123456789abcdef0
    DestinationLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0fedcba9876543210
    Options:
      VerifyMode: ONLY_FILES_TRANSFERRED
",
    noncompliant_example: "\
Copy:
  Type: AWS::DataSync::Task
  Properties:
    SourceLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0123456789abcdef0
    DestinationLocationArn: arn:aws:datasync:eu-west-1:111122223333:location/loc-0fedcba9876543210
    Options:
      VerifyMode: NONE
",
    ..Rule::BASE
};
