//! `iam-policy-blacklisted-check`

use super::managed;
use crate::rules::items::split;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_POLICY_BLACKLISTED_CHECK",
    name: "iam-policy-blacklisted-check",
    resource_types: &["AWS::IAM::User", "AWS::IAM::Group", "AWS::IAM::Role"],
    severity: Severity::Medium,
    security_hub: &["IAM.27"],
    parameters: &[
        Parameter {
            name: "policyArns",
            parameter_type: ParameterType::Csv,
            required: true,
            default: Some("arn:aws:iam::aws:policy/AdministratorAccess"),
            description: "policy ARNs that must not be attached",
        },
        Parameter {
            name: "exceptionList",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "entities that are always compliant, in the form users:[a;b], groups:[c], \
roles:[d;e]",
        },
    ],
    summary: "Listed policies should not be attached to IAM entities.",
    details: "\
Some policies, such as `AdministratorAccess`, should be nobody's by default. None of the ARNs of \
`policyArns` may be in `ManagedPolicyArns`, and no `AWS::IAM::ManagedPolicy` of the template that names \
the identity may have the name of one. A partition that is not known is read as the one in the parameter.

What `exceptionList` names always complies; a name that AWS makes up can't be in it.",
    fix: "Take the policy out of `ManagedPolicyArns` and attach one that allows what is needed.",
    remediation_document: Some("AWSConfigRemediation-DetachIAMPolicy"),
    compliant_when: any_of(&[
        all_of(&[
            each_item("ManagedPolicyArns", &function(is_not_listed)),
            related(&["AWS::IAM::ManagedPolicy"], "Users[]").each(&OTHER_NAME),
            related(&["AWS::IAM::ManagedPolicy"], "Groups[]").each(&OTHER_NAME),
            related(&["AWS::IAM::ManagedPolicy"], "Roles[]").each(&OTHER_NAME),
        ]),
        when(&parameter_is_given("exceptionList"), &function(is_excepted), &never("there are no exceptions")),
    ]),
    compliant_example: "\
Developers:
  Type: AWS::IAM::Group
  Properties:
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/ReadOnlyAccess
",
    noncompliant_example: "\
Developers:
  Type: AWS::IAM::Group
  Properties:
    ManagedPolicyArns:
      - arn:aws:iam::aws:policy/AdministratorAccess
",
    ..Rule::BASE
};

const OTHER_NAME: Check = not(
    &property("ManagedPolicyName").is_named_by_parameter("policyArns"),
    "a policy of the rule's parameter policyArns is attached",
);

fn is_not_listed<'a>(policy: &Subject<'a>) -> Truth<'a> {
    let Some(attached) = policy.get("") else { return Truth::True };
    let listed = split(policy.parameter("policyArns").unwrap_or_default());
    match three_valued::any(listed.map(|arn| managed::is_policy(attached, arn, policy))) {
        Some(false) => Truth::True,
        Some(true) => policy.fails("a policy of the rule's parameter policyArns is attached"),
        None => policy.unknown("whether the policy is one of the parameter policyArns can't be known"),
    }
}

/// The parameter looks like this: `users:[anna;ben], groups:[admins], roles:[deploy]`.
fn is_excepted<'a>(subject: &Subject<'a>) -> Truth<'a> {
    let (kind, name) = match &*subject.resource.resource_type {
        "AWS::IAM::User" => ("users", "UserName"),
        "AWS::IAM::Group" => ("groups", "GroupName"),
        _ => ("roles", "RoleName"),
    };
    let exceptions = split(subject.parameter("exceptionList").unwrap_or_default())
        .filter_map(|list| list.split_once(':'))
        .filter(|(list, _)| list.trim().eq_ignore_ascii_case(kind))
        .flat_map(|(_, names)| names.trim().trim_matches(['[', ']']).split(';'));
    let Some(name) = subject.get(name) else {
        return subject.fails("a name that AWS makes up is no exception");
    };
    match name.as_text() {
        None => subject.unknown("the name, which may be an exception, can't be known"),
        Some(name) if exceptions.map(str::trim).any(|exception| exception == name) => Truth::True,
        Some(_) => subject.fails("the name is no exception"),
    }
}
