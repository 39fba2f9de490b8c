//! `iam-oidc-provider-client-id-list-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IAM_OIDC_PROVIDER_CLIENT_ID_LIST_CHECK",
    name: "iam-oidc-provider-client-id-list-check",
    resource_types: &["AWS::IAM::OIDCProvider"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "allowedClientIds",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "accepted client ids (audiences), comma-separated",
    }],
    summary: "OIDC identity providers should accept only approved client ids.",
    details: "\
A client ID that nobody knows is a way in for an application that nobody knows. Every entry of \
`ClientIdList` has to be in the parameter, in the same case.

That every entry counts is our reading: AWS's rule may as well want all allowed IDs to be there. An absent \
or empty list leaves the verdict open.",
    fix: "Take the client IDs out of `ClientIdList` that are not approved.",
    certainty: Certainty::Guess,
    compliant_when: when(
        &property("ClientIdList").is_present(),
        &each_item("ClientIdList", &property("").is_one_of_parameter("allowedClientIds")),
        &undecided("AWS doesn't say how a provider without client IDs is judged"),
    ),
    compliant_example: "\
GitHub:
  Type: AWS::IAM::OIDCProvider
  Properties:
    Url: https://token.actions.githubusercontent.com
    ClientIdList:
      - sts.amazonaws.com
",
    noncompliant_example: "\
GitHub:
  Type: AWS::IAM::OIDCProvider
  Properties:
    Url: https://token.actions.githubusercontent.com
    ClientIdList:
      - somebody-else
",
    example_parameters: &[("allowedClientIds", "sts.amazonaws.com")],
    ..Rule::BASE
};
