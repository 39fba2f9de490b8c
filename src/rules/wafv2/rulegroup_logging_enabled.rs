//! `wafv2-rulegroup-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WAFV2_RULEGROUP_LOGGING_ENABLED",
    name: "wafv2-rulegroup-logging-enabled",
    resource_types: &["AWS::WAFv2::RuleGroup"],
    severity: Severity::Medium,
    security_hub: &["WAF.12"],
    summary: "WAF rule groups should publish CloudWatch metrics.",
    details: "\
Metrics show which rule blocks what. Despite its name the rule is about `CloudWatchMetricsEnabled` in \
`VisibilityConfig`: AWS's page doesn't say of what, so here it has to be true for the group and for each of \
its rules. A group without rules is not applicable.",
    fix: "Set `VisibilityConfig.CloudWatchMetricsEnabled` to true on the group and on every rule.",
    certainty: Certainty::Known,
    applies_when: property("Rules").is_present().explained("the group has no rules"),
    compliant_when: all_of(&[
        property("VisibilityConfig.CloudWatchMetricsEnabled").is_true(),
        each_item("Rules", &property("VisibilityConfig.CloudWatchMetricsEnabled").is_true()),
    ]),
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
        VisibilityConfig:
          CloudWatchMetricsEnabled: true
          MetricName: blocked
          SampledRequestsEnabled: true
",
    noncompliant_example: "\
Group:
  Type: AWS::WAFv2::RuleGroup
  Properties:
    Capacity: 10
    Scope: REGIONAL
    VisibilityConfig:
      CloudWatchMetricsEnabled: false
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
    ..Rule::BASE
};
