//! `appsync-associated-with-waf`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPSYNC_ASSOCIATED_WITH_WAF",
    name: "appsync-associated-with-waf",
    resource_types: &["AWS::AppSync::GraphQLApi"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "wafWebAclARNs",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the web ACLs that are allowed",
    }],
    summary: "AppSync APIs should be associated with a WAF web ACL.",
    details: "\
A web application firewall keeps the common attacks away before they reach the application. An \
`AWS::WAFv2::WebACLAssociation` has to name the API in `ResourceArn`; with `wafWebAclARNs` its web ACL has \
to be in the list, and one of the same template has no ARN yet. An association that another stack makes is \
not seen: suppress the finding there.",
    fix: "Add an `AWS::WAFv2::WebACLAssociation` with the API's ARN.",
    compliant_when: related(&["AWS::WAFv2::WebACLAssociation"], "ResourceArn")
        .some(&when_parameter("wafWebAclARNs", &property("WebACLArn").is_one_of_parameter("wafWebAclARNs"))),
    compliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
Firewall:
  Type: AWS::WAFv2::WebACLAssociation
  Properties:
    ResourceArn: !GetAtt Api.Arn
    WebACLArn: arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/web/11111111-2222-3333-4444-555555555555
",
    noncompliant_example: "\
Api:
  Type: AWS::AppSync::GraphQLApi
  Properties:
    Name: web
    AuthenticationType: AWS_IAM
",
    ..Rule::BASE
};
