//! `transfer-connector-as2-signing-algorithm-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "TRANSFER_CONNECTOR_AS2_SIGNING_ALGORITHM_CHECK",
    name: "transfer-connector-as2-signing-algorithm-check",
    resource_types: &["AWS::Transfer::Connector"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "approvedSigningAlgorithms",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "algorithms that are accepted: any of SHA256, SHA384, SHA512, SHA1, NONE",
    }],
    summary: "AS2 connectors should sign their messages.",
    details: "\
A message without a signature could be from anybody. Without the parameter `As2Config.SigningAlgorithm` may \
be anything but `NONE`; with it, one of its list, which may name `NONE`: AWS doesn't say so, but allows it \
as a value.

An absent `SigningAlgorithm` leaves the verdict open: no default is documented. Connectors without \
`As2Config`, which are for SFTP, are not applicable: our reading.",
    fix: "Set `As2Config.SigningAlgorithm` to SHA256.",
    applies_when: property("As2Config").is_present(),
    compliant_when: when(
        &parameter_is_given("approvedSigningAlgorithms"),
        &ALGORITHM.is_one_of_parameter("approvedSigningAlgorithms"),
        &ALGORITHM.differs_from("NONE"),
    ),
    compliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: https://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/as2
    As2Config:
      SigningAlgorithm: SHA256
",
    noncompliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: https://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/as2
    As2Config:
      SigningAlgorithm: NONE
",
    ..Rule::BASE
};

const ALGORITHM: Property = property("As2Config.SigningAlgorithm")
    .unknown_when_absent("no default of SigningAlgorithm is documented");
