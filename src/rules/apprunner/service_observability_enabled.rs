//! `apprunner-service-observability-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPRUNNER_SERVICE_OBSERVABILITY_ENABLED",
    name: "apprunner-service-observability-enabled",
    resource_types: &["AWS::AppRunner::Service"],
    severity: Severity::Low,
    summary: "App Runner services should have observability turned on.",
    details: "\
Without traces nobody can tell which part of a request was slow or failed. An absent \
`ObservabilityConfiguration` means that tracing is off.",
    fix: "Set `ObservabilityConfiguration` with `ObservabilityEnabled` true and an `ObservabilityConfigurationArn`.",
    compliant_when: property("ObservabilityConfiguration.ObservabilityEnabled").default("false").is_true(),
    compliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    ObservabilityConfiguration:
      ObservabilityEnabled: true
",
    noncompliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    ObservabilityConfiguration:
      ObservabilityEnabled: false
",
    ..Rule::BASE
};
