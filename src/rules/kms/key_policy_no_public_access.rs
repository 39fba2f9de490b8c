//! `kms-key-policy-no-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "KMS_KEY_POLICY_NO_PUBLIC_ACCESS",
    name: "kms-key-policy-no-public-access",
    resource_types: &["AWS::KMS::Key"],
    severity: Severity::Critical,
    security_hub: &["KMS.5"],
    summary: "KMS key policies should not allow public access.",
    details: "\
A key that everyone may use protects nothing. The statement is public if it allows, its principal is `*` \
(also as `AWS`, in a list, with a wildcard or a policy variable in it, or as `NotPrincipal`), and no \
condition pins the caller to fixed values. AWS doesn't list the condition keys that do; here they are \
those of S3's definition of public, and keys that identify the caller as closely, such as \
`aws:PrincipalArn`. `kms:CallerAccount` does, `kms:ViaService` alone leaves the verdict open.

An absent `KeyPolicy` is the default policy for the account, which complies.",
    fix: "Name the principals in the statement, or add a condition such as `kms:CallerAccount`.",
    compliant_when: no_statement(
        "KeyPolicy",
        |statement, _| policy::lets_everyone_in(statement),
        "a statement lets everyone use the key",
    ),
    compliant_example: "\
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::111122223333:root
          Action: kms:*
          Resource: '*'
",
    noncompliant_example: "\
Key:
  Type: AWS::KMS::Key
  Properties:
    KeyPolicy:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: '*'
          Action: kms:*
          Resource: '*'
",
    ..Rule::BASE
};
