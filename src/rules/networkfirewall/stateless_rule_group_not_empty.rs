//! `netfw-stateless-rule-group-not-empty`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NETFW_STATELESS_RULE_GROUP_NOT_EMPTY",
    name: "netfw-stateless-rule-group-not-empty",
    resource_types: &["AWS::NetworkFirewall::RuleGroup"],
    severity: Severity::Medium,
    security_hub: &["NetworkFirewall.6"],
    summary: "A stateless Network Firewall rule group must hold at least one rule.",
    details: "\
A rule group without rules filters nothing. `StatelessRules` has to hold an entry; `CustomActions` alone \
don't count. Groups of the type STATEFUL are not applicable.",
    fix: "Add a rule to `StatelessRulesAndCustomActions.StatelessRules`.",
    applies_when: property("Type").equals("STATELESS"),
    compliant_when: property("RuleGroup.RulesSource.StatelessRulesAndCustomActions.StatelessRules")
        .is_present(),
    compliant_example: "\
Rules:
  Type: AWS::NetworkFirewall::RuleGroup
  Properties:
    RuleGroupName: main
    Type: STATELESS
    Capacity: 10
    RuleGroup:
      RulesSource:
        StatelessRulesAndCustomActions:
          StatelessRules:
            - Priority: 1
              RuleDefinition:
                Actions:
                  - aws:drop
                MatchAttributes: {}
",
    noncompliant_example: "\
Rules:
  Type: AWS::NetworkFirewall::RuleGroup
  Properties:
    RuleGroupName: main
    Type: STATELESS
    Capacity: 10
",
    ..Rule::BASE
};
