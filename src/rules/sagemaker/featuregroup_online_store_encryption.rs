//! `sagemaker-featuregroup-online-store-encryption`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_FEATUREGROUP_ONLINE_STORE_ENCRYPTION",
    name: "sagemaker-featuregroup-online-store-encryption",
    resource_types: &["AWS::SageMaker::FeatureGroup"],
    severity: Severity::Medium,
    summary: "SageMaker feature group online stores should use a KMS key.",
    details: "\
The online store holds the newest value of every feature; with a KMS key you decide who may decrypt it. \
Without `OnlineStoreConfig.SecurityConfig.KmsKeyId` the service encrypts with a key of its own, which the \
rule doesn't accept.

Not applicable without an online store that is on (`EnableOnlineStore`, off if absent) and, as AWS speaks of \
standard storage, with `StorageType` `InMemory`; absent means `Standard`. That both are not applicable is \
our reading.",
    fix: "Set `OnlineStoreConfig.SecurityConfig.KmsKeyId` to a KMS key.",
    applies_when: all_of(&[
        property("OnlineStoreConfig.EnableOnlineStore").default("false").is_true(),
        property("OnlineStoreConfig.StorageType").default("Standard").equals("Standard"),
    ]),
    compliant_when: property("OnlineStoreConfig.SecurityConfig.KmsKeyId").is_present(),
    compliant_example: "\
Features:
  Type: AWS::SageMaker::FeatureGroup
  Properties:
    OnlineStoreConfig:
      EnableOnlineStore: true
      SecurityConfig:
        KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Features:
  Type: AWS::SageMaker::FeatureGroup
  Properties:
    OnlineStoreConfig:
      EnableOnlineStore: true
",
    ..Rule::BASE
};
