//! `eks-endpoint-no-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EKS_ENDPOINT_NO_PUBLIC_ACCESS",
    name: "eks-endpoint-no-public-access",
    resource_types: &["AWS::EKS::Cluster"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["EKS.1"],
    summary: "EKS API endpoints should not be public.",
    details: "\
A cluster whose API anybody can reach is one leaked token or one hole in Kubernetes away from theirs. An \
absent `EndpointPublicAccess` means true. `PublicAccessCidrs` makes no difference.",
    fix: "Set `ResourcesVpcConfig.EndpointPublicAccess` to false and `EndpointPrivateAccess` to true.",
    compliant_when: property("ResourcesVpcConfig.EndpointPublicAccess").default("true").is_false(),
    compliant_example: "\
Cluster:
  Type: AWS::EKS::Cluster
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/eks
    ResourcesVpcConfig:
      SubnetIds:
        - subnet-0123456789abcdef0
        - subnet-0fedcba9876543210
      EndpointPublicAccess: false
      EndpointPrivateAccess: true
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
