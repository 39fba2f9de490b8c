//! `cognito-userpool-cust-auth-threat-full-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "COGNITO_USERPOOL_CUST_AUTH_THREAT_FULL_CHECK",
    name: "cognito-userpool-cust-auth-threat-full-check",
    resource_types: &["AWS::Cognito::UserPool"],
    severity: Severity::Medium,
    security_hub: &["Cognito.4"],
    summary: "Cognito user pools should enforce threat protection for custom authentication.",
    details: "\
Threat protection notices stolen passwords and odd sign-ins; for custom authentication it has a switch of \
its own. `UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode` has to be `ENFORCED`; `AUDIT` only \
writes a log, and absent is off.

AWS doesn't say whether AWS Config looks at `AdvancedSecurityMode` as well. Here it has to be `AUDIT` or \
`ENFORCED`: without it the other does nothing.",
    fix: "Set `UserPoolAddOns.AdvancedSecurityMode` and `UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode` to ENFORCED.",
    compliant_when: all_of(&[
        property("UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode").equals("ENFORCED"),
        property("UserPoolAddOns.AdvancedSecurityMode").default("OFF").is_one_of(&["AUDIT", "ENFORCED"]),
    ]),
    compliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolAddOns:
      AdvancedSecurityMode: ENFORCED
      AdvancedSecurityAdditionalFlows:
        CustomAuthMode: ENFORCED
",
    noncompliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolAddOns:
      AdvancedSecurityMode: ENFORCED
",
    ..Rule::BASE
};
