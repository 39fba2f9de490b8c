//! `iot-authorizer-token-signing-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IOT_AUTHORIZER_TOKEN_SIGNING_ENABLED",
    name: "iot-authorizer-token-signing-enabled",
    resource_types: &["AWS::IoT::Authorizer"],
    severity: Severity::Medium,
    summary: "IoT custom authorizers should validate token signatures.",
    details: "\
Without signatures a custom authorizer's function runs for every token that anybody sends. Absent means \
false, so that signatures are checked.",
    fix: "Set `SigningDisabled` to false, with `TokenKeyName` and `TokenSigningPublicKeys`.",
    compliant_when: property("SigningDisabled").default("false").is_false(),
    compliant_example: "\
Authorizer:
  Type: AWS::IoT::Authorizer
  Properties:
    AuthorizerFunctionArn: arn:aws:lambda:eu-west-1:111122223333:function:authorize
    SigningDisabled: false
",
    noncompliant_example: "\
Authorizer:
  Type: AWS::IoT::Authorizer
  Properties:
    AuthorizerFunctionArn: arn:aws:lambda:eu-west-1:111122223333:function:authorize
    SigningDisabled: true
",
    ..Rule::BASE
};
