//! `glue-job-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GLUE_JOB_LOGGING_ENABLED",
    name: "glue-job-logging-enabled",
    resource_types: &["AWS::Glue::Job"],
    severity: Severity::Medium,
    summary: "Glue jobs should write their logs to CloudWatch Logs.",
    details: "\
Without logs nobody can say why a job failed. AWS says only that logs have to be enabled. We read that as \
the argument `--enable-continuous-cloudwatch-log` with the value `true` in `DefaultArguments`; absent fails, \
also for Glue 5.0 and later, which log continuously without it. `NonOverridableArguments` play no part.",
    fix: "Set `--enable-continuous-cloudwatch-log` in `DefaultArguments` to `true`.",
    certainty: Certainty::Guess,
    compliant_when: property("DefaultArguments.--enable-continuous-cloudwatch-log")
        .default("false")
        .is_true(),
    compliant_example: "\
Job:
  Type: AWS::Glue::Job
  Properties:
    Role: glue
    Command:
      Name: glueetl
      ScriptLocation: s3://scripts/job.py
    DefaultArguments:
      --enable-continuous-cloudwatch-log: true
",
    noncompliant_example: "\
Job:
  Type: AWS::Glue::Job
  Properties:
    Role: glue
    Command:
      Name: glueetl
      ScriptLocation: s3://scripts/job.py
    DefaultArguments:
      --enable-continuous-cloudwatch-log: false
",
    ..Rule::BASE
};
