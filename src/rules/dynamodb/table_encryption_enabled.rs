//! `dynamodb-table-encryption-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DYNAMODB_TABLE_ENCRYPTION_ENABLED",
    name: "dynamodb-table-encryption-enabled",
    resource_types: &["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
    severity: Severity::Medium,
    summary: "DynamoDB tables should report that they are encrypted.",
    details: "\
DynamoDB encrypts every table; the rule dates from before that and looks at the status that DynamoDB \
reports, which there is only for KMS keys in the account. So an absent `SSESpecification` fails here: AWS \
doesn't say how a table under a key that AWS owns is judged today. For an `AWS::DynamoDB::GlobalTable` the \
setting holds for all of its replicas.",
    fix: "Set `SSESpecification.SSEEnabled` to true.",
    remediation_document: Some("AWSConfigRemediation-EnableEncryptionOnDynamoDbTable"),
    certainty: Certainty::Guess,
    compliant_when: property("SSESpecification.SSEEnabled").default("false").is_true(),
    compliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
  Properties:
    SSESpecification:
      SSEEnabled: true
",
    noncompliant_example: "\
Orders:
  Type: AWS::DynamoDB::Table
",
    ..Rule::BASE
};
