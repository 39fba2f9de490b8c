//! `s3-bucket-default-lock-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_DEFAULT_LOCK_ENABLED",
    name: "s3-bucket-default-lock-enabled",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    security_hub: &["S3.15"],
    parameters: &[Parameter {
        name: "mode",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "GOVERNANCE or COMPLIANCE: default retention mode that is required",
    }],
    summary: "S3 buckets should have Object Lock enabled.",
    details: "\
Object Lock keeps versions of objects from being deleted or overwritten, even by an administrator. It is \
on if `ObjectLockEnabled` is true or `ObjectLockConfiguration.ObjectLockEnabled` is `Enabled`; absent \
means off. With the parameter, the default retention has to be of that mode, in upper or lower case.",
    fix: "Set `ObjectLockEnabled` to true, and `ObjectLockConfiguration` to the default retention \
that you want.",
    compliant_when: all_of(&[
        any_of(&[
            property("ObjectLockEnabled").default("false").is_true(),
            property("ObjectLockConfiguration.ObjectLockEnabled").equals("Enabled"),
        ]),
        when_parameter(
            "mode",
            &property("ObjectLockConfiguration.Rule.DefaultRetention.Mode")
                .ignoring_case()
                .equals_parameter("mode"),
        ),
    ]),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
  Properties:
    ObjectLockEnabled: true
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};
