//! `dynamodb-table-deletion-protection-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DYNAMODB_TABLE_DELETION_PROTECTION_ENABLED",
    name: "dynamodb-table-deletion-protection-enabled",
    resource_types: &["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
    severity: Severity::Medium,
    security_hub: &["DynamoDB.6"],
    summary: "DynamoDB tables should have deletion protection.",
    details: "\
A table that is deleted takes its data with it. An absent `DeletionProtectionEnabled` means false. \
Replicas of an `AWS::DynamoDB::GlobalTable` are tables too for AWS Config: each of them has to comply.",
    fix: "Set `DeletionProtectionEnabled` to true.",
    certainty: Certainty::Known,
    compliant_when: when(&has_type(&["AWS::DynamoDB::Table"]), &IS_ON, &each_item("Replicas", &IS_ON)),
    compliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    DeletionProtectionEnabled: true
",
    noncompliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
",
    ..Rule::BASE
};

const IS_ON: Check = property("DeletionProtectionEnabled").default("false").is_true();
