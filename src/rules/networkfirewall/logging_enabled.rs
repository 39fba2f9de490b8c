//! `netfw-logging-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "NETFW_LOGGING_ENABLED",
    name: "netfw-logging-enabled",
    resource_types: &["AWS::NetworkFirewall::LoggingConfiguration", "AWS::NetworkFirewall::Firewall"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    security_hub: &["NetworkFirewall.2"],
    parameters: &[Parameter {
        name: "logType",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "log type that has to be on: alert, flow or both",
    }],
    summary: "Network Firewall firewalls should have logging on.",
    details: "\
Without logs nobody knows what the firewall let through. A `LoggingConfiguration` has to have at least one \
destination; with `logType` one for ALERT, one for FLOW, or one for each (`both`). AWS doesn't say whether \
TLS logs alone will do; here they do.

AWS Config names the logging configuration as what it evaluates, though the check is about the firewall; a \
firewall that no logging configuration of the template names is reported as well.",
    fix: "List a destination for each log type in `LogDestinationConfigs`.",
    compliant_when: when(
        &IS_FIREWALL,
        &HAS_CONFIGURATION,
        &all_of(&[
            property(DESTINATIONS).is_present(),
            any_of(&[
                NO_ALERT,
                some_item(DESTINATIONS, &property("LogType").equals("ALERT"))
                    .explained("no destination is for ALERT"),
            ]),
            any_of(&[
                NO_FLOW,
                some_item(DESTINATIONS, &property("LogType").equals("FLOW"))
                    .explained("no destination is for FLOW"),
            ]),
        ]),
    ),
    compliant_example: "\
Logs:
  Type: AWS::NetworkFirewall::LoggingConfiguration
  Properties:
    FirewallArn: arn:aws:network-firewall:eu-west-1:111122223333:firewall/main
    LoggingConfiguration:
      LogDestinationConfigs:
        - LogType: ALERT
          LogDestinationType: CloudWatchLogs
          LogDestination:
            logGroup: firewall
",
    noncompliant_example: "\
Logs:
  Type: AWS::NetworkFirewall::LoggingConfiguration
  Properties:
    FirewallArn: arn:aws:network-firewall:eu-west-1:111122223333:firewall/main
    LoggingConfiguration:
      LogDestinationConfigs: []
",
    ..Rule::BASE
};

const IS_FIREWALL: Check = has_type(&["AWS::NetworkFirewall::Firewall"]);
const HAS_CONFIGURATION: Check =
    related(&["AWS::NetworkFirewall::LoggingConfiguration"], "FirewallArn").exists();
const DESTINATIONS: &str = "LoggingConfiguration.LogDestinationConfigs";
const NO_ALERT: Check = function(|it| wants_not(it, "alert"));
const NO_FLOW: Check = function(|it| wants_not(it, "flow"));

/// The rule's parameter does not ask for logs of the type.
fn wants_not<'a>(subject: &Subject<'a>, log_type: &str) -> Truth<'a> {
    let wanted = subject.parameter("logType").map(|it| it.trim().to_ascii_lowercase());
    if wanted.is_some_and(|wanted| wanted == log_type || wanted == "both") {
        subject.fails(format!("the rule's parameter logType asks for {log_type} logs"))
    } else {
        Truth::True
    }
}
