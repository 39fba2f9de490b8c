//! `rds-enhanced-monitoring-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RDS_ENHANCED_MONITORING_ENABLED",
    name: "rds-enhanced-monitoring-enabled",
    resource_types: &["AWS::RDS::DBInstance"],
    proactive: true,
    severity: Severity::Low,
    security_hub: &["RDS.6"],
    parameters: &[Parameter {
        name: "monitoringInterval",
        parameter_type: ParameterType::Int,
        required: false,
        default: None,
        description: "seconds between two samples that are expected: 1, 5, 10, 15, 30 or 60",
    }],
    summary: "Enhanced Monitoring should be on for RDS DB instances.",
    details: "\
Enhanced Monitoring sees what the operating system under the database does. An absent `MonitoringInterval` means \
0, which is off. That is how members of a DB cluster are read too: a `MonitoringInterval` of the cluster may reach \
them after deployment, but AWS doesn't say when, so write it on the instance.",
    fix: "Set `MonitoringInterval` to 60 (or 1, 5, 10, 15, 30) and `MonitoringRoleArn` to a role that RDS may use.",
    remediation_document: Some("AWSConfigRemediation-EnableEnhancedMonitoringOnRDSInstance"),
    compliant_when: all_of(&[
        INTERVAL.at_least(1),
        when_parameter("monitoringInterval", &INTERVAL.equals_parameter("monitoringInterval")),
    ]),
    compliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
    MonitoringInterval: 60
    MonitoringRoleArn: arn:aws:iam::111122223333:role/rds-monitoring
",
    noncompliant_example: "\
Database:
  Type: AWS::RDS::DBInstance
  Properties:
    Engine: postgres
",
    ..Rule::BASE
};

const INTERVAL: Property = property("MonitoringInterval").default("0");
