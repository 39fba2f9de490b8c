//! `iot-provisioning-template-jitp`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "IOT_PROVISIONING_TEMPLATE_JITP",
    name: "iot-provisioning-template-jitp",
    resource_types: &["AWS::IoT::ProvisioningTemplate"],
    severity: Severity::Low,
    summary: "IoT provisioning templates should use just-in-time provisioning.",
    details: "\
Just-in-time provisioning registers a device when it first connects with a certificate of a CA that you \
registered. Absent means `FLEET_PROVISIONING`, which is noncompliant.",
    fix: "Set `TemplateType` to JITP.",
    compliant_when: property("TemplateType").default("FLEET_PROVISIONING").equals("JITP"),
    compliant_example: "\
Devices:
  Type: AWS::IoT::ProvisioningTemplate
  Properties:
    ProvisioningRoleArn: arn:aws:iam::111122223333:role/devices
    TemplateBody: '{}'
    TemplateType: JITP
",
    noncompliant_example: "\
Devices:
  Type: AWS::IoT::ProvisioningTemplate
  Properties:
    ProvisioningRoleArn: arn:aws:iam::111122223333:role/devices
    TemplateBody: '{}'
    TemplateType: FLEET_PROVISIONING
",
    ..Rule::BASE
};
