//! `waf-global-rule-not-empty`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WAF_GLOBAL_RULE_NOT_EMPTY",
    name: "waf-global-rule-not-empty",
    resource_types: &["AWS::WAF::Rule"],
    severity: Severity::Medium,
    security_hub: &["WAF.6"],
    summary: "WAF Classic global rules should have at least one condition.",
    details: "\
A rule without conditions is true of nothing. An absent `Predicates` is an empty one.",
    fix: "Add an entry to `Predicates`.",
    compliant_when: property("Predicates").is_present(),
    compliant_example: "\
Rule:
  Type: AWS::WAF::Rule
  Properties:
    Name: blocked
    MetricName: blocked
    Predicates:
      - DataId: 11111111-2222-3333-4444-555555555555
        Type: IPMatch
        Negated: false
",
    noncompliant_example: "\
Rule:
  Type: AWS::WAF::Rule
  Properties:
    Name: blocked
    MetricName: blocked
",
    ..Rule::BASE
};
