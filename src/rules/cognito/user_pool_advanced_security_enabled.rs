//! `cognito-user-pool-advanced-security-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "COGNITO_USER_POOL_ADVANCED_SECURITY_ENABLED",
    name: "cognito-user-pool-advanced-security-enabled",
    resource_types: &["AWS::Cognito::UserPool"],
    severity: Severity::Medium,
    security_hub: &["Cognito.1"],
    parameters: &[Parameter {
        name: "SecurityMode",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "mode that is wanted, AUDIT or ENFORCED; Security Hub passes ENFORCED",
    }],
    summary: "Cognito user pools should have threat protection for standard authentication.",
    details: "\
Threat protection notices stolen passwords and odd sign-ins. `UserPoolAddOns.AdvancedSecurityMode` has to be \
`AUDIT` or `ENFORCED`, or, with the parameter, exactly what it says: `ENFORCED` does not satisfy `AUDIT`. \
Absent means `OFF`.",
    fix: "Set `UserPoolAddOns.AdvancedSecurityMode` to ENFORCED.",
    compliant_when: when(
        &parameter_is_given("SecurityMode"),
        &MODE.equals_parameter("SecurityMode"),
        &MODE.is_one_of(&["AUDIT", "ENFORCED"]),
    ),
    compliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolAddOns:
      AdvancedSecurityMode: ENFORCED
",
    noncompliant_example: "\
Users:
  Type: AWS::Cognito::UserPool
  Properties:
    UserPoolAddOns:
      AdvancedSecurityMode: 'OFF'
",
    ..Rule::BASE
};

const MODE: Property = property("UserPoolAddOns.AdvancedSecurityMode").default("OFF");
