//! `wafv2-rulegroup-not-empty`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WAFV2_RULEGROUP_NOT_EMPTY",
    name: "wafv2-rulegroup-not-empty",
    resource_types: &["AWS::WAFv2::RuleGroup"],
    severity: Severity::Medium,
    summary: "WAF rule groups should hold at least one rule.",
    details: "\
A rule group without rules filters nothing. An absent `Rules` is an empty one.",
    fix: "Add an entry to `Rules`.",
    compliant_when: property("Rules").is_present(),
    compliant_example: "\
Group:
  Type: AWS::WAFv2::RuleGroup
  Properties:
    Capacity: 10
    Scope: REGIONAL
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
      MetricName: web
      SampledRequestsEnabled: true
    Rules:
      - Name: blocked
        Priority: 1
        Action:
          Block: {}
        Statement:
          IPSetReferenceStatement:
            Arn: blocked
",
    noncompliant_example: "\
Group:
  Type: AWS::WAFv2::RuleGroup
  Properties:
    Capacity: 10
    Scope: REGIONAL
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
      MetricName: web
      SampledRequestsEnabled: true
",
    ..Rule::BASE
};
