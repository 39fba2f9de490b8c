//! `eks-nodegroup-supported-version-check`

use super::version::compare_version;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EKS_NODEGROUP_SUPPORTED_VERSION_CHECK",
    name: "eks-nodegroup-supported-version-check",
    resource_types: &["AWS::EKS::Nodegroup"],
    severity: Severity::High,
    security_hub: &["EKS.9"],
    parameters: &[Parameter {
        name: "oldestVersionSupported",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "oldest version of Kubernetes that is supported, such as 1.32; Security Hub moves its value along",
    }],
    summary: "EKS node groups should run a supported Kubernetes version.",
    details: "\
A version without support gets no security patches. `Version` has to be at least the parameter's; absent it \
means that of the cluster, which is open if the cluster is outside the template or has no `Version` either. \
Versions are compared by major and minor number. Write them in quotes: 1.30 as a number is 1.3, which stays \
open. AWS demands the parameter and has no default for it.",
    fix: "Set `Version` to a supported one, after that of the cluster.",
    certainty: Certainty::Known,
    compliant_when: function(|group| compare_version(group, std::cmp::Ordering::is_ge, || of_cluster(group))),
    compliant_example: "\
Nodes:
  Type: AWS::EKS::Nodegroup
  Properties:
    ClusterName: main
    NodeRole: arn:aws:iam::111122223333:role/nodes
    Subnets:
      - subnet-0123456789abcdef0
    Version: '1.35'
",
    noncompliant_example: "\
Nodes:
  Type: AWS::EKS::Nodegroup
  Properties:
    ClusterName: main
    NodeRole: arn:aws:iam::111122223333:role/nodes
    Subnets:
      - subnet-0123456789abcdef0
    Version: '1.9'
",
    example_parameters: &[("oldestVersionSupported", "1.32")],
    ..Rule::BASE
};

/// The version of the cluster that the group belongs to.
fn of_cluster<'a>(group: &Subject<'a>) -> Truth<'a> {
    follow("ClusterName", &["AWS::EKS::Cluster"], &CLUSTER).evaluate(group)
}
const CLUSTER: Check = function(|cluster| {
    compare_version(cluster, std::cmp::Ordering::is_ge, || {
        cluster.unknown("neither the node group nor its cluster has a Version")
    })
});
