//! The rules `…-tagged` that share a resource type or look at other tags than its own.

use super::tagged::{REQUIRED_KEYS, TAGGED};
use crate::rules::*;

/// A rule about one kind of load balancer.
macro_rules! load_balancer {
    ($identifier:literal $name:literal $kind:literal) => {
        Rule {
            identifier: $identifier,
            name: $name,
            resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
            applies_when: property("Type").default("application").equals($kind),
            compliant_when: tagged(TagPlace::List("Tags")),
            compliant_example: concat!(
                "Example:\n  Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n  Properties:\n    Type: ",
                $kind,
                "\n    Tags:\n      - Key: owner\n        Value: platform-team\n"
            ),
            noncompliant_example: concat!(
                "Example:\n  Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n  Properties:\n    Type: ",
                $kind,
                "\n"
            ),
            certainty: Certainty::Known,
            ..TAGGED
        }
    };
}

/// A rule about the listeners of one kind of load balancer.
macro_rules! listener {
    ($identifier:literal $name:literal $protocols:expr) => {
        Rule {
            identifier: $identifier,
            name: $name,
            resource_types: &["AWS::ElasticLoadBalancingV2::Listener"],
            details: "CloudFormation has no property for tags on listeners, so a template can neither satisfy \
nor break this rule: the verdict is INSUFFICIENT_DATA for the listeners that it is about, told apart by their protocol.",
            fix: "Tag the listener after deployment, or give the tags to the whole stack.",
            applies_when: $protocols,
            compliant_when: tagged(TagPlace::Nowhere),
            certainty: Certainty::Known,
            ..TAGGED
        }
    };
}

/// The rules of this file.
pub(in crate::rules) static RULES: &[&Rule] = &[
    &load_balancer!("ALB_TAGGED" "alb-tagged" "application"),
    &load_balancer!("GLB_TAGGED" "glb-tagged" "gateway"),
    &load_balancer!("NLB_TAGGED" "nlb-tagged" "network"),
    &listener!("ALB_LISTENER_TAGGED" "alb-listener-tagged" property("Protocol").is_one_of(&["HTTP", "HTTPS"])),
    &listener!("GLB_LISTENER_TAGGED" "glb-listener-tagged" property("Protocol").default("GENEVE").equals("GENEVE")),
    &listener!("NLB_LISTENER_TAGGED" "nlb-listener-tagged"
        property("Protocol").is_one_of(&["TCP", "UDP", "TCP_UDP", "TLS", "QUIC", "TCP_QUIC"])),
    &Rule {
        identifier: "APPCONFIG_DEPLOYMENT_STRATEGY_TAGGED",
        name: "appconfig-deployment-strategy-tagged",
        resource_types: &["AWS::AppConfig::DeploymentStrategy"],
        parameters: &[
            REQUIRED_KEYS,
            Parameter {
                name: "includePredefinedSystemResources",
                parameter_type: ParameterType::Boolean,
                required: true,
                default: Some("False"),
                description: "also judge AWS's predefined strategies, which no template ever creates: no effect \
here; the default is the console's",
            },
        ],
        compliant_when: tagged(TagPlace::List("Tags")),
        compliant_example: "\
Example:
  Type: AWS::AppConfig::DeploymentStrategy
  Properties:
    Tags:
      - Key: owner
        Value: platform-team
",
        noncompliant_example: "Example:\n  Type: AWS::AppConfig::DeploymentStrategy\n",
        ..TAGGED
    },
    &Rule {
        identifier: "BATCH_MANAGED_COMPUTE_ENV_COMPUTE_RESOURCES_TAGGED",
        name: "batch-managed-compute-env-compute-resources-tagged",
        resource_types: &["AWS::Batch::ComputeEnvironment"],
        summary: "Compute resources of managed Batch compute environments should have tags.",
        fix: "Add `ComputeResources.Tags` to the compute environment.",
        applies_when: property("Type").is_none_of(&["UNMANAGED", "unmanaged", "Unmanaged"]),
        compliant_when: tagged(TagPlace::Map("ComputeResources.Tags")),
        compliant_example: "\
Example:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: MANAGED
    ComputeResources:
      Tags:
        owner: platform-team
",
        noncompliant_example: "\
Example:
  Type: AWS::Batch::ComputeEnvironment
  Properties:
    Type: MANAGED
",
        ..TAGGED
    },
];
