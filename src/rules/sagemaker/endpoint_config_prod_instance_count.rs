//! `sagemaker-endpoint-config-prod-instance-count`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_ENDPOINT_CONFIG_PROD_INSTANCE_COUNT",
    name: "sagemaker-endpoint-config-prod-instance-count",
    resource_types: &["AWS::SageMaker::EndpointConfig"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["SageMaker.4"],
    summary: "SageMaker production variants should start with more than one instance.",
    details: "\
One instance is one Availability Zone: when it fails, the endpoint answers nothing. Every production variant \
that runs on instances has to begin with two or more; shadow variants are not looked at. Serverless variants \
have no instances, and a configuration of nothing else is not applicable, as Security Hub describes its \
control.

AWS doesn't say how a variant without `InitialInstanceCount` counts (inference components and managed \
scaling leave it out): the verdict stays open.",
    fix: "Set `InitialInstanceCount` of every production variant to 2 or more.",
    applies_when: some_item("ProductionVariants", &not(&SERVERLESS, "the variant is serverless"))
        .explained("all production variants are serverless"),
    compliant_when: each_item(
        "ProductionVariants",
        &when(
            &SERVERLESS,
            &Check::ALWAYS,
            &property("InitialInstanceCount")
                .unknown_when_absent("AWS doesn't say how a variant without InitialInstanceCount counts")
                .at_least(2),
        ),
    ),
    compliant_example: "\
Endpoint:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ProductionVariants:
      - VariantName: live
        ModelName: prices
        InstanceType: ml.m5.large
        InitialInstanceCount: 2
",
    noncompliant_example: "\
Endpoint:
  Type: AWS::SageMaker::EndpointConfig
  Properties:
    ProductionVariants:
      - VariantName: live
        ModelName: prices
        InstanceType: ml.m5.large
        InitialInstanceCount: 1
",
    ..Rule::BASE
};

const SERVERLESS: Check = property("ServerlessConfig").is_present();
