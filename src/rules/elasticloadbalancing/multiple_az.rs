//! `clb-multiple-az`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CLB_MULTIPLE_AZ",
    name: "clb-multiple-az",
    resource_types: &["AWS::ElasticLoadBalancing::LoadBalancer"],
    severity: Severity::Medium,
    security_hub: &["ELB.10"],
    parameters: &[Parameter {
        name: "minAvailabilityZones",
        parameter_type: ParameterType::Int,
        required: false,
        default: Some("2"),
        description: "least number of zones, 2 to 10",
    }],
    summary: "Classic Load Balancers should span several Availability Zones.",
    details: "\
A load balancer in one Availability Zone is gone together with it. Counted are the different entries of \
`AvailabilityZones`, or of `Subnets`: a Classic Load Balancer takes one subnet a zone. `Fn::GetAZs` counts \
as two zones, which every Region has; a list that is a parameter stays open.",
    fix: "List another Availability Zone, or a subnet in one.",
    compliant_when: any_of(&[
        property("AvailabilityZones").counts_at_least_parameter("minAvailabilityZones"),
        property("Subnets").counts_at_least_parameter("minAvailabilityZones"),
    ]),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    AvailabilityZones:
      - eu-west-1a
      - eu-west-1b
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancing::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
",
    ..Rule::BASE
};
