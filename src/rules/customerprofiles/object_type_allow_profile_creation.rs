//! `customerprofiles-object-type-allow-profile-creation`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CUSTOMERPROFILES_OBJECT_TYPE_ALLOW_PROFILE_CREATION",
    name: "customerprofiles-object-type-allow-profile-creation",
    resource_types: &["AWS::CustomerProfiles::ObjectType"],
    severity: Severity::Low,
    summary: "Customer Profiles object types should allow new profiles.",
    details: "\
With `AllowProfileCreation` false, data of people who have no profile yet is dropped. Absent means false; \
with a `TemplateId` the template may say otherwise, and the verdict is open.",
    fix: "Set `AllowProfileCreation` to true.",
    compliant_when: when(
        &property("TemplateId").is_present(),
        &CREATION.unknown_when_absent("the template in TemplateId may set AllowProfileCreation").is_true(),
        &CREATION.default("false").is_true(),
    ),
    compliant_example: "\
Orders:
  Type: AWS::CustomerProfiles::ObjectType
  Properties:
    DomainName: customers
    ObjectTypeName: orders
    Description: Orders
    AllowProfileCreation: true
",
    noncompliant_example: "\
Orders:
  Type: AWS::CustomerProfiles::ObjectType
  Properties:
    DomainName: customers
    ObjectTypeName: orders
    Description: Orders
",
    ..Rule::BASE
};

const CREATION: Property = property("AllowProfileCreation");
