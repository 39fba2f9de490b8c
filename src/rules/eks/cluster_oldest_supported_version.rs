//! `eks-cluster-oldest-supported-version`

use super::version::compare_version;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EKS_CLUSTER_OLDEST_SUPPORTED_VERSION",
    name: "eks-cluster-oldest-supported-version",
    resource_types: &["AWS::EKS::Cluster"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "oldestVersionSupported",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "oldest version of Kubernetes that is supported, such as 1.32; Security Hub moves its value along",
    }],
    summary: "EKS clusters should not run the oldest supported Kubernetes version.",
    details: "\
The oldest version is the next one to lose its support. `Version` must not be the parameter's; older ones \
pass here and fail eks-cluster-supported-version. An absent `Version` means a recent one. Versions are \
compared by major and minor number. Write them in quotes: 1.30 as a number is 1.3, which stays open. AWS \
demands the parameter and has no default for it.",
    fix: "Set `Version` to a newer one, one minor version at a time.",
    compliant_when: function(|cluster| compare_version(cluster, std::cmp::Ordering::is_ne, || Truth::True)),
    compliant_example: "\
Cluster:
  Type: AWS::EKS::Cluster
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/eks
    ResourcesVpcConfig:
      SubnetIds:
        - subnet-0123456789abcdef0
        - subnet-0fedcba9876543210
    Version: '1.35'
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
    Version: '1.32'
",
    example_parameters: &[("oldestVersionSupported", "1.32")],
    ..Rule::BASE
};
