//! `redshift-serverless-namespace-cmk-encryption`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_SERVERLESS_NAMESPACE_CMK_ENCRYPTION",
    name: "redshift-serverless-namespace-cmk-encryption",
    resource_types: &["AWS::RedshiftServerless::Namespace"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["RedshiftServerless.4"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the KMS keys of which one has to be used",
    }],
    summary: "Redshift Serverless namespaces should be encrypted with a KMS key of yours.",
    details: "\
With your own key you decide who may decrypt, and see who did. An absent `KmsKeyId`, like \
`AWS_OWNED_KMS_KEY`, means a key that AWS owns. With `kmsKeyArns` the key has to be one of these; one that \
the template makes has no ARN yet and stays open.",
    fix: "Set `KmsKeyId` to a customer managed key.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        KEY.is_present(),
        KEY.differs_from("AWS_OWNED_KMS_KEY"),
        when_parameter("kmsKeyArns", &KEY.is_named_by_parameter("kmsKeyArns")),
    ]),
    compliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    KmsKeyId: arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
",
    noncompliant_example: "\
Namespace:
  Type: AWS::RedshiftServerless::Namespace
  Properties:
    NamespaceName: sales
    KmsKeyId: AWS_OWNED_KMS_KEY
",
    ..Rule::BASE
};

const KEY: Property = property("KmsKeyId");
