//! `dynamodb-table-encrypted-kms`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DYNAMODB_TABLE_ENCRYPTED_KMS",
    name: "dynamodb-table-encrypted-kms",
    resource_types: &["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the accepted KMS keys",
    }],
    summary: "DynamoDB tables should be encrypted with a KMS key.",
    details: "\
With a KMS key in the account one sees who used it. `SSESpecification.SSEEnabled` has to be true; without \
`KMSMasterKeyId` the key is the AWS managed one, which counts, unless the parameter lists keys. Absent \
means a key that AWS owns. A key that the template makes, and an alias, leave the verdict open beside the \
parameter. An `AWS::DynamoDB::GlobalTable` is switched on as a whole and has a key for each replica.",
    fix: "Set `SSESpecification.SSEEnabled` to true and `KMSMasterKeyId` to the key.",
    remediation_document: Some("AWSConfigRemediation-EnableEncryptionOnDynamoDbTable"),
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("SSESpecification.SSEEnabled").default("false").is_true(),
        when_parameter(
            "kmsKeyArns",
            &when(
                &has_type(&["AWS::DynamoDB::Table"]),
                &KEY_IS_LISTED,
                &each_item("Replicas", &KEY_IS_LISTED),
            ),
        ),
    ]),
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

const KEY_IS_LISTED: Check = property("SSESpecification.KMSMasterKeyId").is_named_by_parameter("kmsKeyArns");
