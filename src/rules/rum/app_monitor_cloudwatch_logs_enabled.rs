//! `rum-app-monitor-cloudwatch-logs-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "RUM_APP_MONITOR_CLOUDWATCH_LOGS_ENABLED",
    name: "rum-app-monitor-cloudwatch-logs-enabled",
    resource_types: &["AWS::RUM::AppMonitor"],
    severity: Severity::Low,
    summary: "CloudWatch RUM app monitors should keep their data in CloudWatch Logs.",
    details: "\
RUM keeps its data for 30 days; a copy in CloudWatch Logs stays for as long as you want. Absent means false.",
    fix: "Set `CwLogEnabled` to true.",
    certainty: Certainty::Known,
    compliant_when: property("CwLogEnabled").default("false").is_true(),
    compliant_example: "\
Monitor:
  Type: AWS::RUM::AppMonitor
  Properties:
    Name: site
    Domain: www.example.com
    CwLogEnabled: true
",
    noncompliant_example: "\
Monitor:
  Type: AWS::RUM::AppMonitor
  Properties:
    Name: site
    Domain: www.example.com
    CwLogEnabled: false
",
    ..Rule::BASE
};
