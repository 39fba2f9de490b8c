//! `eks-cluster-log-enabled`

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
            any_of(&[
                some_item("Logging.ClusterLogging.EnabledTypes", &property("Type").equals("api"))
                    .explained("the log type api is off"),
                LACKS_API,
            ]),
            any_of(&[
                some_item("Logging.ClusterLogging.EnabledTypes", &property("Type").equals("audit"))
                    .explained("the log type audit is off"),
                LACKS_AUDIT,
            ]),
            any_of(&[
                some_item("Logging.ClusterLogging.EnabledTypes", &property("Type").equals("authenticator"))
                    .explained("the log type authenticator is off"),
                LACKS_AUTHENTICATOR,
            ]),
            any_of(&[
                some_item(
                    "Logging.ClusterLogging.EnabledTypes",
                    &property("Type").equals("controllerManager"),
                )
                .explained("the log type controllerManager is off"),
                LACKS_CONTROLLERMANAGER,
            ]),
            any_of(&[
                some_item("Logging.ClusterLogging.EnabledTypes", &property("Type").equals("scheduler"))
                    .explained("the log type scheduler is off"),
                LACKS_SCHEDULER,
            ]),
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

const LACKS_API: Check = not(&parameter_contains("logTypes", "api"), "the rule wants the log type api");
const LACKS_AUDIT: Check = not(&parameter_contains("logTypes", "audit"), "the rule wants the log type audit");
const LACKS_AUTHENTICATOR: Check =
    not(&parameter_contains("logTypes", "authenticator"), "the rule wants the log type authenticator");
const LACKS_CONTROLLERMANAGER: Check = not(
    &parameter_contains("logTypes", "controllerManager"),
    "the rule wants the log type controllerManager",
);
const LACKS_SCHEDULER: Check =
    not(&parameter_contains("logTypes", "scheduler"), "the rule wants the log type scheduler");
