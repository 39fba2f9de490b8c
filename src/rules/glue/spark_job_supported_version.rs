//! `glue-spark-job-supported-version`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GLUE_SPARK_JOB_SUPPORTED_VERSION",
    name: "glue-spark-job-supported-version",
    resource_types: &["AWS::Glue::Job"],
    severity: Severity::Medium,
    security_hub: &["Glue.4"],
    parameters: &[Parameter {
        name: "minimumSupportedGlueVersion",
        parameter_type: ParameterType::String,
        required: true,
        default: Some("3.0"),
        description: "lowest version that is accepted; the default is what Security Hub passes",
    }],
    summary: "Glue jobs for Spark should run on a supported version of Glue.",
    details: "\
Versions that AWS no longer maintains get no security patches. AWS demands the parameter and sets no \
default; the default here is what Security Hub passes. An absent `GlueVersion` leaves the choice to the \
service and stays open. Jobs for Spark are those whose `Command.Name` is `glueetl` or `gluestreaming`, which \
is our reading; others are not applicable.",
    fix: "Set `GlueVersion` to a version that AWS maintains, for example `5.0`.",
    applies_when: property("Command.Name")
        .is_one_of(&["glueetl", "gluestreaming"])
        .explained("the job is not for Spark"),
    compliant_when: property("GlueVersion")
        .unknown_when_absent("GlueVersion is not set, so the service chooses")
        .version_at_least_parameter("minimumSupportedGlueVersion"),
    compliant_example: "\
Job:
  Type: AWS::Glue::Job
  Properties:
    Role: glue
    Command:
      Name: glueetl
      ScriptLocation: s3://scripts/job.py
    GlueVersion: '5.0'
",
    noncompliant_example: "\
Job:
  Type: AWS::Glue::Job
  Properties:
    Role: glue
    Command:
      Name: glueetl
      ScriptLocation: s3://scripts/job.py
    GlueVersion: '2.0'
",
    ..Rule::BASE
};
