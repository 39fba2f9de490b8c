//! `guardduty-eks-protection-audit-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "GUARDDUTY_EKS_PROTECTION_AUDIT_ENABLED",
    name: "guardduty-eks-protection-audit-enabled",
    resource_types: &["AWS::GuardDuty::Detector"],
    trigger: Trigger::Periodic,
    severity: Severity::High,
    security_hub: &["GuardDuty.5"],
    summary: "GuardDuty should monitor EKS audit logs.",
    details: "\
The audit logs of Amazon EKS show who did what to a cluster. `Enable` has to be true, and neither \
`EKS_AUDIT_LOGS` in `Features` nor the older `DataSources.Kubernetes.AuditLogs.Enable` may be off. A feature \
that the template doesn't name is on in a new detector, and so counts as on; a detector that existed before \
the feature may have it off.

In an organization AWS Config also looks at the administrator's settings and at the members, which a \
template doesn't show.",
    fix: "Set the `Status` of EKS_AUDIT_LOGS in `Features` to ENABLED.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("Enable").is_true(),
        when(
            &some_item("Features", &property("Name").equals("EKS_AUDIT_LOGS")),
            &feature_is_not_off!("EKS_AUDIT_LOGS"),
            &property("DataSources.Kubernetes.AuditLogs.Enable").default("true").is_true(),
        ),
    ]),
    compliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: EKS_AUDIT_LOGS
        Status: ENABLED
",
    noncompliant_example: "\
Detector:
  Type: AWS::GuardDuty::Detector
  Properties:
    Enable: true
    Features:
      - Name: EKS_AUDIT_LOGS
        Status: DISABLED
",
    ..Rule::BASE
};
