//! `sagemaker-monitoring-schedule-isolation`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "SAGEMAKER_MONITORING_SCHEDULE_ISOLATION",
    name: "sagemaker-monitoring-schedule-isolation",
    resource_types: &["AWS::SageMaker::MonitoringSchedule"],
    severity: Severity::Medium,
    security_hub: &["SageMaker.14"],
    summary: "SageMaker monitoring schedules should use network isolation.",
    details: "\
A container without network isolation can send the data that it watches anywhere. In a job definition inside \
the schedule an absent `EnableNetworkIsolation` means false.

A schedule that names its definition (`MonitoringJobDefinitionName`) holds no network settings: the verdict \
is open, and the definition has rules of its own.",
    fix: "Set `NetworkConfig.EnableNetworkIsolation` of the monitoring job definition to true.",
    certainty: Certainty::Known,
    compliant_when: when(
        &property("MonitoringScheduleConfig.MonitoringJobDefinition").is_present(),
        &property("MonitoringScheduleConfig.MonitoringJobDefinition.NetworkConfig.EnableNetworkIsolation")
            .default("false")
            .is_true(),
        &undecided("the network settings are those of the job definition that the schedule names"),
    ),
    compliant_example: "\
Schedule:
  Type: AWS::SageMaker::MonitoringSchedule
  Properties:
    MonitoringScheduleName: prices
    MonitoringScheduleConfig:
      MonitoringJobDefinition:
        NetworkConfig:
          EnableNetworkIsolation: true
        RoleArn: arn:aws:iam::111122223333:role/monitor
",
    noncompliant_example: "\
Schedule:
  Type: AWS::SageMaker::MonitoringSchedule
  Properties:
    MonitoringScheduleName: prices
    MonitoringScheduleConfig:
      MonitoringJobDefinition:
        RoleArn: arn:aws:iam::111122223333:role/monitor
",
    ..Rule::BASE
};
