//! `dynamodb-pitr-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DYNAMODB_PITR_ENABLED",
    name: "dynamodb-pitr-enabled",
    resource_types: &["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
    severity: Severity::Medium,
    security_hub: &["DynamoDB.2"],
    summary: "DynamoDB tables should have point-in-time recovery.",
    details: "\
Point-in-time recovery brings back what a bug or a person destroyed, to the second. Absent means off. \
Replicas of an `AWS::DynamoDB::GlobalTable` are tables too for AWS Config: each of them has to comply.",
    fix: "Set `PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled` to true.",
    remediation_document: Some("AWSConfigRemediation-EnablePITRForDynamoDbTable"),
    compliant_when: when(&has_type(&["AWS::DynamoDB::Table"]), &IS_ON, &each_item("Replicas", &IS_ON)),
    compliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    PointInTimeRecoverySpecification:
      PointInTimeRecoveryEnabled: true
",
    noncompliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
",
    ..Rule::BASE
};

const IS_ON: Check =
    property("PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled").default("false").is_true();
