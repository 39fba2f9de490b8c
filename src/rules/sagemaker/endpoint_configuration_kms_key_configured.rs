//! `sagemaker-endpoint-configuration-kms-key-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED",
    name: "sagemaker-endpoint-configuration-kms-key-configured",
    resource_types: &["AWS::SageMaker::EndpointConfig"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "KMS keys of which one has to be used, a comma-separated list of ARNs",
    }],
    summary: "SageMaker endpoint configurations should name a KMS key.",
    details: "\
The volumes of an endpoint configuration hold models and data; with a key of your own you decide, and see in \
CloudTrail, who may decrypt them. An absent `KmsKeyId` is noncompliant. Instance types with NVMe storage of \
their own can't take a key; the rule reports them all the same: suppress the finding there.

With the parameter, a key that the template makes, and an alias beside an ARN, leave the verdict open: which \
key they are is known only after deployment. A key ID is taken for the key of that ID in the list.",
    fix: "Set `KmsKeyId` to the ID or ARN of a KMS key.",
    compliant_when: all_of(&[
        property("KmsKeyId").is_present(),
        when_parameter("kmsKeyArns", &property("KmsKeyId").is_named_by_parameter("kmsKeyArns")),
    ]),
    compliant_example: "\
Endpoint:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ProductionVariants:
      - VariantName: live
        ModelName: prices
        InstanceType: ml.m5.large
        InitialInstanceCount: 2
    KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Endpoint:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ProductionVariants:
      - VariantName: live
        ModelName: prices
        InstanceType: ml.m5.large
        InitialInstanceCount: 2
",
    ..Rule::BASE
};
