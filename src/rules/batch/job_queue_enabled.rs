//! `batch-job-queue-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BATCH_JOB_QUEUE_ENABLED",
    name: "batch-job-queue-enabled",
    resource_types: &["AWS::Batch::JobQueue"],
    severity: Severity::Low,
    summary: "Batch job queues should be enabled.",
    details: "\
A disabled job queue takes no jobs. Absent means `ENABLED`.",
    fix: "Set `State` to ENABLED, or leave it out.",
    certainty: Certainty::Known,
    compliant_when: property("State").default("ENABLED").differs_from("DISABLED"),
    compliant_example: "\
Queue:
  Type: AWS::Batch::JobQueue
  Properties:
    Priority: 1
    State: ENABLED
",
    noncompliant_example: "\
Queue:
  Type: AWS::Batch::JobQueue
  Properties:
    Priority: 1
    State: DISABLED
",
    ..Rule::BASE
};
