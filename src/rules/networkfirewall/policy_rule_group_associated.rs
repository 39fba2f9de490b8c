//! `netfw-policy-rule-group-associated`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NETFW_POLICY_RULE_GROUP_ASSOCIATED",
    name: "netfw-policy-rule-group-associated",
    resource_types: &["AWS::NetworkFirewall::FirewallPolicy"],
    severity: Severity::Medium,
    security_hub: &["NetworkFirewall.3"],
    summary: "A Network Firewall policy must point at one or more rule groups.",
    details: "\
A policy without rule groups knows no traffic by name. `StatefulRuleGroupReferences` or \
`StatelessRuleGroupReferences` has to hold an entry; default actions are no rule groups.",
    fix: "List a rule group in `StatefulRuleGroupReferences` or `StatelessRuleGroupReferences`.",
    compliant_when: any_of(&[
        property("FirewallPolicy.StatefulRuleGroupReferences").is_present(),
        property("FirewallPolicy.StatelessRuleGroupReferences").is_present(),
    ])
    .explained("the policy has no rule group"),
    compliant_example: "\
Policy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicyName: main
    FirewallPolicy:
      StatelessDefaultActions:
        - aws:forward_to_sfe
      StatelessFragmentDefaultActions:
        - aws:forward_to_sfe
      StatefulRuleGroupReferences:
        - ResourceArn: arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/main
",
    noncompliant_example: "\
Policy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicyName: main
    FirewallPolicy:
      StatelessDefaultActions:
        - aws:drop
      StatelessFragmentDefaultActions:
        - aws:drop
",
    ..Rule::BASE
};
