//! `fis-experiment-template-log-configuration-exists`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "FIS_EXPERIMENT_TEMPLATE_LOG_CONFIGURATION_EXISTS",
    name: "fis-experiment-template-log-configuration-exists",
    resource_types: &["AWS::FIS::ExperimentTemplate"],
    severity: Severity::Low,
    summary: "FIS experiment templates should log experiments.",
    details: "\
An experiment breaks things on purpose: its log says what it broke, and when. `LogConfiguration` has to name \
a destination, `CloudWatchLogsConfiguration` or `S3Configuration`; absent means no log.",
    fix: "Set `LogConfiguration` with `LogSchemaVersion` and a `CloudWatchLogsConfiguration` or `S3Configuration`.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        property("LogConfiguration.CloudWatchLogsConfiguration").is_present(),
        property("LogConfiguration.S3Configuration").is_present(),
    ])
    .explained("LogConfiguration names no destination for the log"),
    compliant_example: "\
Experiment:
  Type: AWS::FIS::ExperimentTemplate
  Properties:
    Description: Stop a server
    RoleArn: arn:aws:iam::111122223333:role/fis
    LogConfiguration:
      LogSchemaVersion: 2
      S3Configuration:
        BucketName: logs-111122223333
",
    noncompliant_example: "\
Experiment:
  Type: AWS::FIS::ExperimentTemplate
  Properties:
    Description: Stop a server
    RoleArn: arn:aws:iam::111122223333:role/fis
",
    ..Rule::BASE
};
