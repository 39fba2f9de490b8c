//! `appflow-flow-trigger-type-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPFLOW_FLOW_TRIGGER_TYPE_CHECK",
    name: "appflow-flow-trigger-type-check",
    resource_types: &["AWS::AppFlow::Flow"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "triggerType",
        parameter_type: ParameterType::Csv,
        required: true,
        default: None,
        description: "types that are accepted: any of Scheduled, Event, OnDemand",
    }],
    summary: "AppFlow flows should use an approved trigger type.",
    details: "\
How a flow starts decides how often data leaves or enters. `TriggerConfig.TriggerType` has to be in the \
parameter's list.",
    fix: "Set `TriggerConfig.TriggerType` to a type that the rule accepts.",
    compliant_when: property("TriggerConfig.TriggerType").is_one_of_parameter("triggerType"),
    compliant_example: "\
Orders:
  Type: AWS::AppFlow::Flow
  Properties:
    FlowName: orders
    TriggerConfig:
      TriggerType: Scheduled
",
    noncompliant_example: "\
Orders:
  Type: AWS::AppFlow::Flow
  Properties:
    FlowName: orders
    TriggerConfig:
      TriggerType: OnDemand
",
    example_parameters: &[("triggerType", "Scheduled, Event")],
    ..Rule::BASE
};
