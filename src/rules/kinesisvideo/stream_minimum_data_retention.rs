//! `kinesis-video-stream-minimum-data-retention`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "KINESIS_VIDEO_STREAM_MINIMUM_DATA_RETENTION",
    name: "kinesis-video-stream-minimum-data-retention",
    resource_types: &["AWS::KinesisVideo::Stream"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "minDataRetentionInHours",
        parameter_type: ParameterType::Int,
        required: true,
        default: None,
        description: "least retention in hours",
    }],
    summary: "Kinesis video streams should keep data long enough.",
    details: "\
Video that was not kept can't be looked at again. `DataRetentionInHours` has to be at least the \
parameter's. Absent means 0: nothing is kept.",
    fix: "Set `DataRetentionInHours`.",
    certainty: Certainty::Known,
    compliant_when: property("DataRetentionInHours")
        .default("0")
        .at_least_parameter("minDataRetentionInHours"),
    compliant_example: "\
Camera:
  Type: AWS::KinesisVideo::Stream
  Properties:
    DataRetentionInHours: 48
",
    noncompliant_example: "\
Camera:
  Type: AWS::KinesisVideo::Stream
",
    example_parameters: &[("minDataRetentionInHours", "24")],
    ..Rule::BASE
};
