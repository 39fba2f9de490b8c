//! `transfer-connector-as2-encryption-algorithm-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "TRANSFER_CONNECTOR_AS2_ENCRYPTION_ALGORITHM_CHECK",
    name: "transfer-connector-as2-encryption-algorithm-check",
    resource_types: &["AWS::Transfer::Connector"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "approvedEncryptionAlgorithms",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "algorithms that are accepted: any of AES128_CBC, AES192_CBC, AES256_CBC, DES_EDE3_CBC, NONE",
    }],
    summary: "AS2 connectors should not use a weak encryption algorithm.",
    details: "\
`DES_EDE3_CBC` (triple DES) is a weak cipher, kept for old partners. Without the parameter \
`As2Config.EncryptionAlgorithm` may be anything but `DES_EDE3_CBC`; with it, one of its list, which may name \
`DES_EDE3_CBC`: AWS doesn't say so, but allows it as a value.

An absent `EncryptionAlgorithm` leaves the verdict open: no default is documented. Connectors without \
`As2Config`, which are for SFTP, are not applicable: our reading.",
    fix: "Set `As2Config.EncryptionAlgorithm` to AES256_CBC.",
    applies_when: property("As2Config").is_present(),
    compliant_when: when(
        &parameter_is_given("approvedEncryptionAlgorithms"),
        &ALGORITHM.is_one_of_parameter("approvedEncryptionAlgorithms"),
        &ALGORITHM.differs_from("DES_EDE3_CBC"),
    ),
    compliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: https://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/as2
    As2Config:
      EncryptionAlgorithm: AES256_CBC
",
    noncompliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: https://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/as2
    As2Config:
      EncryptionAlgorithm: DES_EDE3_CBC
",
    ..Rule::BASE
};

const ALGORITHM: Property = property("As2Config.EncryptionAlgorithm")
    .unknown_when_absent("no default of EncryptionAlgorithm is documented");
