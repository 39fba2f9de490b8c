//! `route53-query-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ROUTE53_QUERY_LOGGING_ENABLED",
    name: "route53-query-logging-enabled",
    resource_types: &["AWS::Route53::HostedZone"],
    severity: Severity::Medium,
    security_hub: &["Route53.2"],
    summary: "Route 53 public hosted zones should log DNS queries.",
    details: "\
Query logs say which names were asked for, by whom and from where. A public hosted zone needs \
`QueryLoggingConfig`. A private one (`VPCs` has entries) is not applicable: Resolver query logging is \
something else.",
    fix: "Set `QueryLoggingConfig.CloudWatchLogsLogGroupArn` to a log group in us-east-1.",
    applies_when: property("VPCs").is_absent().explained("the hosted zone is private"),
    compliant_when: property("QueryLoggingConfig").is_present(),
    compliant_example: "\
Zone:
  Type: AWS::Route53::HostedZone
  Properties:
    Name: example.com
    QueryLoggingConfig:
      CloudWatchLogsLogGroupArn: arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/example.com
",
    noncompliant_example: "\
Zone:
  Type: AWS::Route53::HostedZone
  Properties:
    Name: example.com
",
    ..Rule::BASE
};
