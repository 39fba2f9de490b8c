//! `wafv2-webacl-not-empty`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WAFV2_WEBACL_NOT_EMPTY",
    name: "wafv2-webacl-not-empty",
    resource_types: &["AWS::WAFv2::WebACL"],
    severity: Severity::Medium,
    security_hub: &["WAF.10"],
    summary: "WAF web ACLs should hold at least one rule or rule group.",
    details: "\
A web ACL without rules filters nothing. Rule groups are used through a rule, so they count; those that \
Firewall Manager adds are not in the template. An absent `Rules` is an empty one.",
    fix: "Add an entry to `Rules`.",
    compliant_when: property("Rules").is_present(),
    compliant_example: "\
Firewall:
  Type: AWS::WAFv2::WebACL
  Properties:
    DefaultAction:
      Allow: {}
    Scope: REGIONAL
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
      MetricName: web
      SampledRequestsEnabled: true
    Rules:
      - Name: common
        Priority: 1
        Statement:
          ManagedRuleGroupStatement:
            VendorName: AWS
            Name: AWSManagedRulesCommonRuleSet
",
    noncompliant_example: "\
Firewall:
  Type: AWS::WAFv2::WebACL
  Properties:
    DefaultAction:
      Allow: {}
    Scope: REGIONAL
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
      MetricName: web
      SampledRequestsEnabled: true
",
    ..Rule::BASE
};
