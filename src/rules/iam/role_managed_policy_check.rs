//! `iam-role-managed-policy-check`

use super::managed;
use crate::rules::items::split;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_ROLE_MANAGED_POLICY_CHECK",
    name: "iam-role-managed-policy-check",
    resource_types: &["AWS::IAM::Role"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "managedPolicyArns",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "policy ARNs that each role must have",
    }],
    summary: "IAM roles should carry all listed managed policies.",
    details: "\
Roles that lack a policy which all should have (a boundary in the form of a deny, say) escape what it is \
for. Every ARN of the parameter has to be in `ManagedPolicyArns`, or be the name of an \
`AWS::IAM::ManagedPolicy` of the template that names the role in `Roles`. A partition that is not known is \
read as the one in the parameter.",
    fix: "Add the missing policies to `ManagedPolicyArns`.",
    compliant_when: function(has_all_policies),
    compliant_example: "\
Worker:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: {}
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/ReadOnlyAccess
",
    noncompliant_example: "\
Worker:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument: {}
",
    example_parameters: &[("managedPolicyArns", "arn:aws:iam::aws:policy/ReadOnlyAccess")],
    ..Rule::BASE
};

fn has_all_policies<'a>(role: &Subject<'a>) -> Truth<'a> {
    let is_attached = |arn: &str| {
        let listed = role.get("ManagedPolicyArns").map_or(Some(false), |arns| {
            three_valued::some_item(arns, &|attached| managed::is_policy(attached, arn, role))
        });
        let policies = role.neighbourhood.resources_of_type("AWS::IAM::ManagedPolicy").iter();
        let named = policies.map(|policy| {
            let roles = policy.properties.as_map().and_then(|properties| properties.get("Roles"));
            let names_role = roles.map_or(Some(false), |roles| {
                three_valued::some_item(roles, &|name| refers_to(name, role.resource))
            });
            three_valued::all([names_role, managed::has_arn(policy, arn)])
        });
        three_valued::any([listed, three_valued::any(named)])
    };
    let Some(wanted) = role.parameter("managedPolicyArns") else {
        return role.unknown("the rule needs its parameter managedPolicyArns");
    };
    let missing = split(wanted).find(|arn| is_attached(arn) == Some(false));
    match missing.or_else(|| split(wanted).find(|arn| is_attached(arn).is_none())) {
        None => Truth::True,
        Some(arn) if missing.is_some() => {
            role.fails_at("ManagedPolicyArns", format!("the policy {arn} is not attached to the role"))
        }
        Some(arn) => role.unknown(format!("whether the policy {arn} is attached can't be known")),
    }
}
