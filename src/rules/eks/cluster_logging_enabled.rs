//! `eks-cluster-logging-enabled`

use super::log_types::{API, AUDIT, AUTHENTICATOR, CONTROLLER_MANAGER, SCHEDULER};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EKS_CLUSTER_LOGGING_ENABLED",
    name: "eks-cluster-logging-enabled",
    resource_types: &["AWS::EKS::Cluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    summary: "EKS clusters should send all control plane logs to CloudWatch.",
    details: "\
The logs of the control plane say who did what to the cluster. All five types have to be on: api, audit, \
authenticator, controllerManager and scheduler. An absent `Logging` means none.",
    fix: "List all five types in `Logging.ClusterLogging.EnabledTypes`.",
    compliant_when: all_of(&[API, AUDIT, AUTHENTICATOR, CONTROLLER_MANAGER, SCHEDULER]),
    compliant_example: "\
Cluster:
  Type: AWS::EKS::Cluster
  Properties:
    RoleArn: arn:aws:iam::111122223333:role/eks
    ResourcesVpcConfig:
      SubnetIds:
        - subnet-0123456789abcdef0
        - subnet-0fedcba9876543210
    Logging:
      ClusterLogging:
        EnabledTypes:
          - Type: api
          - Type: audit
          - Type: authenticator
          - Type: controllerManager
          - Type: scheduler
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
    Logging:
      ClusterLogging:
        EnabledTypes:
          - Type: api
          - Type: audit
",
    ..Rule::BASE
};
