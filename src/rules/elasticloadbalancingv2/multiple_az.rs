//! `elbv2-multiple-az`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELBV2_MULTIPLE_AZ",
    name: "elbv2-multiple-az",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.13"],
    parameters: &[Parameter {
        name: "minAvailabilityZones",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("2"),
        description: "least number of zones, 2 to 10",
    }],
    summary: "Load balancers should span several Availability Zones.",
    details: "\
A load balancer in one Availability Zone is gone together with it. Counted are the entries of `Subnets` or \
`SubnetMappings`: the service takes one subnet a zone. A list that is a parameter stays open.",
    fix: "List a subnet of another Availability Zone.",
    certainty: Certainty::Known,
    compliant_when: any_of(&[
        property("Subnets").counts_at_least_parameter("minAvailabilityZones"),
        property("SubnetMappings").counts_at_least_parameter("minAvailabilityZones"),
    ]),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Type: network
    Subnets:
      - subnet-0123456789abcdef0
",
    ..Rule::BASE
};
