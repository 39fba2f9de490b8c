//! `dms-neptune-iam-authorization-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_NEPTUNE_IAM_AUTHORIZATION_ENABLED",
    name: "dms-neptune-iam-authorization-enabled",
    resource_types: &["AWS::DMS::Endpoint"],
    severity: Severity::Medium,
    security_hub: &["DMS.10"],
    summary: "DMS endpoints for Neptune should authorize with IAM.",
    details: "\
With IAM authorization nobody who merely reaches the cluster can write to it. An absent `IamAuthEnabled` \
means false. `ExtraConnectionAttributes` may say the same; it is not read here, so it leaves the verdict \
open.",
    fix: "Set `NeptuneSettings.IamAuthEnabled` to true.",
    applies_when: property("EngineName")
        .ignoring_case()
        .equals("neptune")
        .explained("the endpoint is not for Neptune"),
    compliant_when: any_of(&[
        property("NeptuneSettings.IamAuthEnabled").default("false").is_true(),
        when(
            &property("ExtraConnectionAttributes").is_present(),
            &undecided("ExtraConnectionAttributes may switch IAM authorization on"),
            &never("IAM authorization is off"),
        ),
    ]),
    compliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: target
    EngineName: neptune
    NeptuneSettings:
      IamAuthEnabled: true
      S3BucketName: stage
      S3BucketFolder: graph
",
    noncompliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: target
    EngineName: neptune
    NeptuneSettings:
      S3BucketName: stage
      S3BucketFolder: graph
",
    ..Rule::BASE
};
