//! `codebuild-project-logging-enabled`

use crate::resolve::{Content, Part};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEBUILD_PROJECT_LOGGING_ENABLED",
    name: "codebuild-project-logging-enabled",
    resource_types: &["AWS::CodeBuild::Project"],
    severity: Severity::Medium,
    security_hub: &["CodeBuild.4"],
    parameters: &[
        Parameter {
            name: "s3BucketNames",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "buckets that logs may go to, a comma-separated list",
        },
        Parameter {
            name: "cloudWatchGroupNames",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "log groups that logs may go to, a comma-separated list",
        },
    ],
    summary: "CodeBuild projects should have a log destination enabled.",
    details: "\
Without a log nobody can say what a build did. One of `LogsConfig.CloudWatchLogs` and `LogsConfig.S3Logs` \
has to have `Status` `ENABLED`. CloudWatch logging is on where nothing is said of it, S3 logging is off.

With a parameter, a destination counts only if it is in the list; a destination without a list counts as it \
is. The bucket is what stands before the first slash of `Location`. A log group whose name is absent has a \
name of CodeBuild's, and a bucket that the template makes has one of AWS's: then the verdict is open. AWS \
doesn't say what it makes of S3 logging switched off with nothing said of CloudWatch: here it is compliant.",
    fix: "Set `LogsConfig.CloudWatchLogs.Status` to ENABLED.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[CLOUDWATCH, S3])
        .explained("neither CloudWatchLogs nor S3Logs of LogsConfig is enabled as the rule wants it"),
    compliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: NO_ARTIFACTS
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
    LogsConfig:
      CloudWatchLogs:
        Status: ENABLED
",
    noncompliant_example: "\
Build:
  Type: AWS::CodeBuild::Project
  Properties:
    Artifacts:
      Type: NO_ARTIFACTS
    Environment:
      Type: LINUX_CONTAINER
      ComputeType: BUILD_GENERAL1_SMALL
      Image: aws/codebuild/standard:7.0
    ServiceRole: arn:aws:iam::111122223333:role/build
    Source:
      Type: CODEPIPELINE
    LogsConfig:
      CloudWatchLogs:
        Status: DISABLED
",
    ..Rule::BASE
};

const CLOUDWATCH: Check = all_of(&[
    property("LogsConfig.CloudWatchLogs.Status").default("ENABLED").equals("ENABLED"),
    when_parameter(
        "cloudWatchGroupNames",
        &property("LogsConfig.CloudWatchLogs.GroupName")
            .unknown_when_absent("CodeBuild makes up the name of the log group")
            .is_named_by_parameter("cloudWatchGroupNames"),
    ),
]);
const S3: Check = all_of(&[
    property("LogsConfig.S3Logs.Status").default("DISABLED").equals("ENABLED"),
    when_parameter("s3BucketNames", &function(bucket_is_listed)),
]);

fn bucket_is_listed<'a>(subject: &Subject<'a>) -> Truth<'a> {
    let wanted = Wanted::OneOfParameter("s3BucketNames");
    let listed = subject.parameter("s3BucketNames").unwrap_or_default();
    subject.look("LogsConfig.S3Logs.Location", &mut |place| {
        let Some(value) = place.value else { return place.fails(Found::Nothing { default: None }, wanted) };
        let location = match &value.content {
            Content::Partial(parts) => match parts.first() {
                Some(Part::Text(start)) if start.contains('/') => start.to_string(),
                _ => return place.unknown(Found::of(value), wanted),
            },
            Content::Unknown(_) => return place.unknown(Found::of(value), wanted),
            _ => value.as_text().unwrap_or_default().into_owned(),
        };
        let (start, _) = location.split_once('/').unwrap_or((&location, ""));
        let bucket = start.rsplit(':').next().unwrap_or_default();
        if listed.split(',').any(|name| name.trim() == bucket) {
            Truth::True
        } else {
            place.fails(Found::of(value), wanted)
        }
    })
}
