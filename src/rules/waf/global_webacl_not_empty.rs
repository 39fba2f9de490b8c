//! `waf-global-webacl-not-empty`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WAF_GLOBAL_WEBACL_NOT_EMPTY",
    name: "waf-global-webacl-not-empty",
    resource_types: &["AWS::WAF::WebACL"],
    severity: Severity::Medium,
    security_hub: &["WAF.8"],
    summary: "WAF Classic global web ACLs should hold at least one rule or rule group.",
    details: "\
A web ACL without rules filters nothing. Rules and rule groups both stand there. An absent `Rules` is an \
empty one.",
    fix: "Add an entry to `Rules`.",
    compliant_when: property("Rules").is_present(),
    compliant_example: "\
Firewall:
  Type: AWS::WAF::WebACL
  Properties:
    Name: web
    MetricName: web
    DefaultAction:
      Type: ALLOW
    Rules:
      - RuleId: 11111111-2222-3333-4444-555555555555
        Priority: 1
        Action:
          Type: BLOCK
",
    noncompliant_example: "\
Firewall:
  Type: AWS::WAF::WebACL
  Properties:
    Name: web
    MetricName: web
    DefaultAction:
      Type: ALLOW
",
    ..Rule::BASE
};
