//! `eks-cluster-log-enabled`

use super::log_types::{API, AUDIT, AUTHENTICATOR, CONTROLLER_MANAGER, SCHEDULER};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EKS_CLUSTER_LOG_ENABLED",
    name: "eks-cluster-log-enabled",
    resource_types: &["AWS::EKS::Cluster"],
    severity: Severity::Medium,
    security_hub: &["EKS.8"],
    parameters: &[Parameter {
        name: "logTypes",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "log types that have to be on, any of `api`, `audit`, `authenticator`, `controllerManager`, `scheduler`; Security Hub passes `audit`",
    }],
    summary: "EKS clusters should send control plane logs to CloudWatch.",
    details: "\
The logs of the control plane say who did what to the cluster. Every type in `logTypes` has to be on. \
Without the parameter at least one type has to be on, which is our reading: AWS doesn't say whether all have \
to. An absent `Logging` means none.",
    fix: "List the types in `Logging.ClusterLogging.EnabledTypes`.",
    certainty: Certainty::Known,
    compliant_when: when(
        &parameter_is_given("logTypes"),
        &all_of(&[
            when(&parameter_contains("logTypes", "api"), &API, &Check::ALWAYS),
            when(&parameter_contains("logTypes", "audit"), &AUDIT, &Check::ALWAYS),
            when(&parameter_contains("logTypes", "authenticator"), &AUTHENTICATOR, &Check::ALWAYS),
            when(&parameter_contains("logTypes", "controllerManager"), &CONTROLLER_MANAGER, &Check::ALWAYS),
            when(&parameter_contains("logTypes", "scheduler"), &SCHEDULER, &Check::ALWAYS),
        ]),
        &property("Logging.ClusterLogging.EnabledTypes").is_present(),
    ),
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
          - Type: audit
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
