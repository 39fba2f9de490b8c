//! `redshift-audit-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "REDSHIFT_AUDIT_LOGGING_ENABLED",
    name: "redshift-audit-logging-enabled",
    resource_types: &["AWS::Redshift::Cluster"],
    severity: Severity::Medium,
    parameters: &[Parameter {
        name: "bucketNames",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "S3 buckets that may receive the logs",
    }],
    summary: "Redshift clusters should write audit logs.",
    details: "\
The audit logs say who logged in and what they asked. `LoggingProperties` switches them on; absent means \
off. With `bucketNames` the logs have to go to one of these buckets: logs that go to CloudWatch Logs have no \
bucket and fail then, which is our reading.",
    fix: "Set `LoggingProperties` with `BucketName`.",
    remediation_document: Some("AWSConfigRemediation-EnableRedshiftClusterAuditLogging"),
    compliant_when: all_of(&[
        property("LoggingProperties").is_present(),
        when_parameter(
            "bucketNames",
            &property("LoggingProperties.BucketName").is_one_of_parameter("bucketNames"),
        ),
    ]),
    compliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: owner
    ManageMasterPassword: true
    LoggingProperties:
      BucketName: audit-logs
",
    noncompliant_example: "\
Warehouse:
  Type: AWS::Redshift::Cluster
  Properties:
    ClusterType: single-node
    NodeType: ra3.large
    DBName: sales
    MasterUsername: owner
    ManageMasterPassword: true
",
    ..Rule::BASE
};
