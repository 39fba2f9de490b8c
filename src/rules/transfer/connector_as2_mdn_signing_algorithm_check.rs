//! `transfer-connector-as2-mdn-signing-algorithm-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "TRANSFER_CONNECTOR_AS2_MDN_SIGNING_ALGORITHM_CHECK",
    name: "transfer-connector-as2-mdn-signing-algorithm-check",
    resource_types: &["AWS::Transfer::Connector"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "approvedMdnSigningAlgorithms",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "algorithms that are accepted: any of SHA256, SHA384, SHA512, SHA1, NONE, DEFAULT",
    }],
    summary: "AS2 connectors should sign MDNs with an approved algorithm.",
    details: "\
The receipt (MDN) of a message proves its delivery only if it is signed. `As2Config.MdnSigningAlgorithm` has \
to be in the parameter's list. Absent means `DEFAULT`, the algorithm of the message, and `DEFAULT` is \
compliant only if the list names it: whether AWS Config looks up the algorithm behind it is not documented. \
Connectors without `As2Config`, which are for SFTP, are not applicable: our reading.",
    fix: "Set `As2Config.MdnSigningAlgorithm` to an algorithm that the rule accepts, for example SHA256.",
    certainty: Certainty::Known,
    applies_when: property("As2Config").is_present(),
    compliant_when: property("As2Config.MdnSigningAlgorithm")
        .default("DEFAULT")
        .is_one_of_parameter("approvedMdnSigningAlgorithms"),
    compliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: https://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/as2
    As2Config:
      MdnSigningAlgorithm: SHA256
",
    noncompliant_example: "\
Partner:
  Type: AWS::Transfer::Connector
  Properties:
    Url: https://partner.example.com
    AccessRole: arn:aws:iam::111122223333:role/as2
    As2Config:
      MdnSigningAlgorithm: NONE
",
    example_parameters: &[("approvedMdnSigningAlgorithms", "SHA256, SHA384, SHA512")],
    ..Rule::BASE
};
