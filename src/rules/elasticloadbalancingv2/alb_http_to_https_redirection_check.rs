//! `alb-http-to-https-redirection-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK",
    name: "alb-http-to-https-redirection-check",
    resource_types: &["AWS::ElasticLoadBalancingV2::LoadBalancer"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["ELB.1"],
    summary: "HTTP listeners of Application Load Balancers should redirect to HTTPS.",
    details: "\
What is sent over plain HTTP can be read and changed on its way. Every HTTP listener of the load balancer \
may do nothing but redirect to HTTPS: each of its default actions, and each action of every \
`AWS::ElasticLoadBalancingV2::ListenerRule` on it. An absent `RedirectConfig.Protocol` and `#{protocol}` \
keep HTTP. Port and status code don't matter.

A load balancer without a listener in the template stays open: AWS doesn't say how it counts, and its \
listeners may be in another stack. Network and gateway load balancers are not applicable.",
    fix: "Give each HTTP listener a redirect action with `RedirectConfig.Protocol` HTTPS as its only action.",
    applies_when: property("Type")
        .default("application")
        .equals("application")
        .explained("only Application Load Balancers are judged"),
    compliant_when: all_of(&[
        any_of(&[
            related(&["AWS::ElasticLoadBalancingV2::Listener"], "LoadBalancerArn").exists(),
            undecided("the template has no listener of the load balancer"),
        ]),
        related(&["AWS::ElasticLoadBalancingV2::Listener"], "LoadBalancerArn")
            .each(&any_of(&[REDIRECTS, property("Protocol").differs_from("HTTP")])),
    ]),
    compliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Balancer
    Protocol: HTTP
    Port: 80
    DefaultActions:
      - Type: redirect
        RedirectConfig:
          Protocol: HTTPS
          Port: '443'
          StatusCode: HTTP_301
",
    noncompliant_example: "\
Balancer:
  Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Properties:
    Subnets:
      - subnet-0123456789abcdef0
      - subnet-0fedcba9876543210
Listener:
  Type: AWS::ElasticLoadBalancingV2::Listener
  Properties:
    LoadBalancerArn: !Ref Balancer
    Protocol: HTTP
    Port: 80
    DefaultActions:
      - Type: forward
        TargetGroupArn: arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef
",
    ..Rule::BASE
};

const REDIRECTS: Check = all_of(&[
    property("DefaultActions").is_present(),
    each_item("DefaultActions", &TO_HTTPS),
    related(&["AWS::ElasticLoadBalancingV2::ListenerRule"], "ListenerArn")
        .each(&each_item("Actions", &TO_HTTPS)),
]);
const TO_HTTPS: Check =
    all_of(&[property("Type").equals("redirect"), property("RedirectConfig.Protocol").equals("HTTPS")])
        .explained("an HTTP listener does something else than redirect to HTTPS");
