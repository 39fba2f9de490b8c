//! `wafv2-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "WAFV2_LOGGING_ENABLED",
    name: "wafv2-logging-enabled",
    resource_types: &["AWS::WAFv2::WebACL"],
    trigger: Trigger::Periodic,
    severity: Severity::Low,
    security_hub: &["WAF.11"],
    parameters: &[Parameter {
        name: "KinesisFirehoseDeliveryStreamArns",
        parameter_type: ParameterType::Csv,
        required: false,
        default: None,
        description: "ARNs of the delivery streams that are allowed",
    }],
    summary: "WAF web ACLs should have logging enabled.",
    details: "\
Without logs nobody knows what was blocked, and what was not. An `AWS::WAFv2::LoggingConfiguration` has to \
name the web ACL in `ResourceArn`; that missing logging fails follows from the rule's purpose, AWS's page \
only names wrong destinations. With the parameter a destination has to be in the list. Logging that is set \
up outside the template is not seen: suppress the finding there.",
    fix: "Add an `AWS::WAFv2::LoggingConfiguration` with the web ACL's ARN.",
    remediation_document: Some("AWSConfigRemediation-EnableWAFV2Logging"),
    certainty: Certainty::Known,
    compliant_when: related(&["AWS::WAFv2::LoggingConfiguration"], "ResourceArn").some(&when_parameter(
        "KinesisFirehoseDeliveryStreamArns",
        &some_item(
            "LogDestinationConfigs",
            &property("").is_one_of_parameter("KinesisFirehoseDeliveryStreamArns"),
        ),
    )),
    compliant_example: "\
Firewall:
  Type: AWS::WAFv2::WebACL
  Properties:
    DefaultAction:
      Allow: {}
    Scope: REGIONAL
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
      MetricName: web
      SampledRequestsEnabled: true
Logs:
  Type: AWS::WAFv2::LoggingConfiguration
  Properties:
    ResourceArn: !GetAtt Firewall.Arn
    LogDestinationConfigs:
      - arn:aws:logs:eu-west-1:111122223333:log-group:aws-waf-logs-web
",
    noncompliant_example: "\
Firewall:
  Type: AWS::WAFv2::WebACL
  Properties:
    DefaultAction:
      Allow: {}
    Scope: REGIONAL
    VisibilityConfig:
      CloudWatchMetricsEnabled: true
      MetricName: web
      SampledRequestsEnabled: true
",
    ..Rule::BASE
};
