//! `msk-connect-connector-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "MSK_CONNECT_CONNECTOR_LOGGING_ENABLED",
    name: "msk-connect-connector-logging-enabled",
    resource_types: &["AWS::KafkaConnect::Connector"],
    severity: Severity::Medium,
    security_hub: &["MSK.5"],
    summary: "MSK Connect connectors should deliver the logs of their workers.",
    details: "\
Without the logs nobody can say why a connector stopped. One of CloudWatch Logs, Firehose and S3 has to be \
on, which is our reading: AWS doesn't say whether one is enough. An absent `LogDelivery` means none.",
    fix: "Switch on `CloudWatchLogs`, `Firehose` or `S3` in `LogDelivery.WorkerLogDelivery`.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        property("LogDelivery.WorkerLogDelivery.CloudWatchLogs.Enabled").default("false").is_true(),
        property("LogDelivery.WorkerLogDelivery.Firehose.Enabled").default("false").is_true(),
        property("LogDelivery.WorkerLogDelivery.S3.Enabled").default("false").is_true(),
    ])
    .explained("the logs of the workers are delivered nowhere"),
    compliant_example: "\
Sink:
  Type: AWS::KafkaConnect::Connector
  Properties:
    ConnectorName: sink
    LogDelivery:
      WorkerLogDelivery:
        CloudWatchLogs:
          Enabled: true
          LogGroup: connectors
",
    noncompliant_example: "\
Sink:
  Type: AWS::KafkaConnect::Connector
  Properties:
    ConnectorName: sink
    LogDelivery:
      WorkerLogDelivery:
        CloudWatchLogs:
          Enabled: false
",
    ..Rule::BASE
};
