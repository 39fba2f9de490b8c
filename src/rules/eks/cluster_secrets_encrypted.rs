//! `eks-cluster-secrets-encrypted`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EKS_CLUSTER_SECRETS_ENCRYPTED",
    name: "eks-cluster-secrets-encrypted",
    resource_types: &["AWS::EKS::Cluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["EKS.3"],
    parameters: &[Parameter {
        name: "kmsKeyArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the KMS keys that are allowed",
    }],
    summary: "EKS clusters should encrypt Kubernetes secrets with a KMS key.",
    details: "\
Whoever gets hold of a copy of the cluster's database reads its secrets unless they are encrypted with a key \
of one's own. An entry of `EncryptionConfig` has to list `secrets`. That newer clusters encrypt everything \
with a key of AWS does not show in `EncryptionConfig` and does not count. With `kmsKeyArns` the entry's key \
has to be in the list; a key of the same template has no ARN yet, which leaves the verdict open. The rule \
has a twin, eks-secrets-encrypted.",
    fix: "Add an entry with `Resources` secrets and a KMS key to `EncryptionConfig`.",
    compliant_when: some_item(
        "EncryptionConfig",
        &all_of(&[
            property("Resources").contains("secrets"),
            when_parameter("kmsKeyArns", &property("Provider.KeyArn").is_one_of_parameter("kmsKeyArns")),
        ]),
    )
    .explained("the cluster does not encrypt secrets with an expected KMS key"),
    compliant_example: "\
Cluster:
  Type: AWS::EKS::Cluster
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/eks
    ResourcesVpcConfig:
      SubnetIds:
        - subnet-0123456789abcdef0
        - subnet-0fedcba9876543210
    EncryptionConfig:
      - Resources:
          - secrets
        Provider:
          KeyArn: arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555
",
    noncompliant_example: "\
Cluster:
  Type: AWS::EKS::Cluster
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/eks
    ResourcesVpcConfig:
      SubnetIds:
        - subnet-0123456789abcdef0
        - subnet-0fedcba9876543210
",
    ..Rule::BASE
};
