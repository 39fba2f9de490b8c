//! `netfw-policy-default-action-fragment-packets`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NETFW_POLICY_DEFAULT_ACTION_FRAGMENT_PACKETS",
    name: "netfw-policy-default-action-fragment-packets",
    resource_types: &["AWS::NetworkFirewall::FirewallPolicy"],
    severity: Severity::Medium,
    security_hub: &["NetworkFirewall.5"],
    parameters: &[Parameter {
        name: "statelessFragmentDefaultActions",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some("aws:drop,aws:forward_to_sfe"),
        description: "allowed actions, at most two of aws:pass, aws:drop and aws:forward_to_sfe; the default is what Security Hub passes",
    }],
    summary: "Network Firewall policies should use an approved default action for fragmented packets.",
    details: "\
Fragmented packets that no stateless rule knows should not simply pass. The standard action in \
`StatelessFragmentDefaultActions` (aws:pass, aws:drop or aws:forward_to_sfe) has to be one of the \
parameter's; a custom action beside it is left alone, which is our reading.",
    fix: "Set `StatelessFragmentDefaultActions` to aws:drop or aws:forward_to_sfe.",
    compliant_when: all_of(&[
        some_item("FirewallPolicy.StatelessFragmentDefaultActions", &IS_STANDARD),
        each_item(
            "FirewallPolicy.StatelessFragmentDefaultActions",
            &any_of(&[property("").is_one_of_parameter("statelessFragmentDefaultActions"), IS_CUSTOM]),
        ),
    ]),
    compliant_example: "\
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
    noncompliant_example: "\
Policy:
  Type: AWS::NetworkFirewall::FirewallPolicy
  Properties:
    FirewallPolicyName: main
    FirewallPolicy:
      StatelessDefaultActions:
        - aws:pass
      StatelessFragmentDefaultActions:
        - aws:pass
",
    ..Rule::BASE
};

const IS_STANDARD: Check = property("").is_one_of(&["aws:pass", "aws:drop", "aws:forward_to_sfe"]);
const IS_CUSTOM: Check = property("").is_none_of(&["aws:pass", "aws:drop", "aws:forward_to_sfe"]);
