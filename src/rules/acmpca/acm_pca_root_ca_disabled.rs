//! `acm-pca-root-ca-disabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ACM_PCA_ROOT_CA_DISABLED",
    name: "acm-pca-root-ca-disabled",
    resource_types: &["AWS::ACMPCA::CertificateAuthority"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    security_hub: &["PCA.1"],
    parameters: &[Parameter {
        name: "exemptedCAArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of certificate authorities that may stay enabled",
    }],
    summary: "Root CAs of AWS Private CA should be disabled when not in use.",
    details: "\
A root CA is needed on the day that it signs a subordinate one; on all others it is a risk. Its \
`AWS::ACMPCA::CertificateAuthorityActivation` has to say `DISABLED`; absent means `ACTIVE`. A root without \
an activation in the template waits for its certificate, which is not disabled either: that it fails is \
our reading.

The ARN of a CA is known only after deployment, so with `exemptedCAArns` a root that is not disabled \
leaves the verdict open. Subordinate CAs are not applicable.",
    fix: "Set `Status` of the CA's `AWS::ACMPCA::CertificateAuthorityActivation` to `DISABLED`.",
    applies_when: property("Type").differs_from("SUBORDINATE").explained("the CA is a subordinate one"),
    compliant_when: when(
        &related(&["AWS::ACMPCA::CertificateAuthorityActivation"], "CertificateAuthorityArn")
            .some(&property("Status").default("ACTIVE").equals("DISABLED")),
        &Check::ALWAYS,
        &when(
            &parameter_is_given("exemptedCAArns"),
            &undecided(
                "whether the CA is one of the parameter exemptedCAArns is known only after deployment",
            ),
            &never("the root CA is not disabled by an AWS::ACMPCA::CertificateAuthorityActivation"),
        ),
    ),
    compliant_example: "\
Root:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    Type: ROOT
    KeyAlgorithm: RSA_4096
    SigningAlgorithm: SHA512WITHRSA
    Subject:
      CommonName: root
Activation:
  Type: AWS::ACMPCA::CertificateAuthorityActivation
  Properties:
    CertificateAuthorityArn: !Ref Root
    Certificate: certificate
    Status: DISABLED
",
    noncompliant_example: "\
Root:
  Type: AWS::ACMPCA::CertificateAuthority
  Properties:
    Type: ROOT
    KeyAlgorithm: RSA_4096
    SigningAlgorithm: SHA512WITHRSA
    Subject:
      CommonName: root
Activation:
  Type: AWS::ACMPCA::CertificateAuthorityActivation
  Properties:
    CertificateAuthorityArn: !Ref Root
    Certificate: certificate
",
    ..Rule::BASE
};
