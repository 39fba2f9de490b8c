//! `sagemaker-featuregroup-encryption-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_FEATUREGROUP_ENCRYPTION_AT_REST",
    name: "sagemaker-featuregroup-encryption-at-rest",
    resource_types: &["AWS::SageMaker::FeatureGroup"],
    severity: Severity::Medium,
    summary: "SageMaker feature group offline stores should use a KMS key.",
    details: "\
The offline store keeps every feature in S3 for training; with a KMS key you decide who may decrypt it. \
Without `OfflineStoreConfig.S3StorageConfig.KmsKeyId` S3 encrypts with a key of the service, which the rule \
doesn't accept.

A feature group without an offline store is not applicable: our reading, AWS doesn't say.",
    fix: "Set `OfflineStoreConfig.S3StorageConfig.KmsKeyId` to a KMS key.",
    applies_when: property("OfflineStoreConfig").is_present(),
    compliant_when: property("OfflineStoreConfig.S3StorageConfig.KmsKeyId").is_present(),
    compliant_example: "\
Features:
  Type: AWS::SageMaker::FeatureGroup
  Properties:
    OfflineStoreConfig:
      S3StorageConfig:
        S3Uri: s3://features-111122223333/
        KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Features:
  Type: AWS::SageMaker::FeatureGroup
  Properties:
    OfflineStoreConfig:
      S3StorageConfig:
        S3Uri: s3://features-111122223333/
",
    ..Rule::BASE
};
