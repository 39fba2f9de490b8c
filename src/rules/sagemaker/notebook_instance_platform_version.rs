//! `sagemaker-notebook-instance-platform-version`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_NOTEBOOK_INSTANCE_PLATFORM_VERSION",
    name: "sagemaker-notebook-instance-platform-version",
    resource_types: &["AWS::SageMaker::NotebookInstance"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["SageMaker.8"],
    parameters: &[Parameter {
        name: "supportedPlatformIdentifierVersions",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("notebook-al2-v3"),
        description: "platforms that are accepted; Security Hub passes notebook-al2-v3",
    }],
    summary: "SageMaker notebook instances should run on a supported platform.",
    details: "\
A platform that is no longer supported gets no security fixes. `PlatformIdentifier` has to be in the list, \
letter by letter. The service's default has moved more than once, so an absent property leaves the verdict \
open.",
    fix: "Set `PlatformIdentifier` to a supported platform, for example notebook-al2-v3.",
    certainty: Certainty::Known,
    compliant_when: property("PlatformIdentifier")
        .unknown_when_absent("which platform SageMaker chooses by default changes over time")
        .is_one_of_parameter("supportedPlatformIdentifierVersions"),
    compliant_example: "\
Notebook:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RoleArn: arn:aws:iam::111122223333:role/notebooks
    PlatformIdentifier: notebook-al2-v3
",
    noncompliant_example: "\
Notebook:
  Type: AWS::SageMaker::NotebookInstance
  Properties:
    InstanceType: ml.t3.medium
    RoleArn: arn:aws:iam::111122223333:role/notebooks
    PlatformIdentifier: notebook-al1-v1
",
    ..Rule::BASE
};
