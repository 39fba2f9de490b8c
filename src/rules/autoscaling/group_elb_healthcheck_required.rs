//! `autoscaling-group-elb-healthcheck-required`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "AUTOSCALING_GROUP_ELB_HEALTHCHECK_REQUIRED",
    name: "autoscaling-group-elb-healthcheck-required",
    resource_types: &["AWS::AutoScaling::AutoScalingGroup"],
    proactive: true,
    severity: Severity::Low,
    security_hub: &["AutoScaling.1"],
    summary: "Auto Scaling groups behind a load balancer should use its health checks.",
    details: "\
EC2 status checks say that the machine runs, not that the application answers: without the load balancer's \
health checks a group keeps instances that serve nobody. `HealthCheckType` may be a comma-separated list; `ELB` \
has to be in it. Absent means `EC2`.

A group without a load balancer is not applicable; AWS doesn't say what AWS Config calls it. Load balancers \
are `LoadBalancerNames` (classic), `TargetGroupARNs`, and `TrafficSources` other than VPC Lattice, which has a \
health check type of its own. In proactive mode AWS Config's page names `LoadBalancerNames` only.",
    fix: "Set `HealthCheckType` to ELB, and `HealthCheckGracePeriod` to the seconds that an instance needs to start.",
    remediation_document: Some("AWSConfigRemediation-EnableAutoScalingGroupELBHealthCheck"),
    applies_when: any_of(&[
        property("LoadBalancerNames").is_present(),
        property("TargetGroupARNs").is_present(),
        some_item("TrafficSources", &property("Type").differs_from("vpc-lattice")),
    ])
    .explained("the group has no load balancer"),
    compliant_when: property("HealthCheckType").default("EC2").contains("ELB"),
    compliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: '1'
    MaxSize: '4'
    TargetGroupARNs:
      - arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef
    HealthCheckType: ELB
",
    noncompliant_example: "\
Workers:
  Type: AWS::AutoScaling::AutoScalingGroup
  Properties:
    MinSize: '1'
    MaxSize: '4'
    TargetGroupARNs:
      - arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef
",
    ..Rule::BASE
};
