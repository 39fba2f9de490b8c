//! `codedeploy-ec2-minimum-healthy-hosts-configured`

use super::platform::deploys_to_servers;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "CODEDEPLOY_EC2_MINIMUM_HEALTHY_HOSTS_CONFIGURED",
    name: "codedeploy-ec2-minimum-healthy-hosts-configured",
    resource_types: &["AWS::CodeDeploy::DeploymentGroup"],
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "minimumHealthyHostsFleetPercent",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("66"),
            description: "percentage of the hosts that has to stay healthy",
        },
        Parameter {
            name: "minimumHealthyHostsHostCount",
            parameter_type: ParameterType::Int,
            required: false,
            default: Some("1"),
            description: "number of hosts that has to stay healthy",
        },
    ],
    summary: "CodeDeploy deployments to EC2 should keep enough hosts healthy.",
    details: "\
A deployment that takes too many hosts at once is an outage. `MinimumHealthyHosts` of the deployment \
configuration has to be at least the parameter for its type: a percentage (`FLEET_PERCENT`) or a number of \
hosts (`HOST_COUNT`).

Of AWS's own configurations `CodeDeployDefault.OneAtATime`, which an absent `DeploymentConfigName` means, is \
compliant, `CodeDeployDefault.HalfAtATime` counts as 50 percent and `CodeDeployDefault.AllAtOnce` as 0 \
hosts. Sources differ on the number behind `OneAtATime`: with higher thresholds than the defaults its \
verdict is open. So is that of a configuration which is not in the template.

Groups for Lambda and Amazon ECS are not applicable. The application's `ComputePlatform` tells, absent means \
`Server`; an application of another stack leaves that open, unless AWS's own configuration tells the \
platform.",
    fix: "Set `DeploymentConfigName` to CodeDeployDefault.OneAtATime, or to a configuration that keeps enough hosts healthy.",
    certainty: Certainty::Known,
    applies_when: function(deploys_to_servers),
    compliant_when: function(keeps_enough_hosts),
    compliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: !Ref Shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
    DeploymentConfigName: CodeDeployDefault.OneAtATime
Shop:
  Type: AWS::CodeDeploy::Application
  Properties:
    ComputePlatform: Server
",
    noncompliant_example: "\
Group:
  Type: AWS::CodeDeploy::DeploymentGroup
  Properties:
    ApplicationName: !Ref Shop
    ServiceRoleArn: arn:aws:iam::111122223333:role/deploy
    DeploymentConfigName: CodeDeployDefault.AllAtOnce
Shop:
  Type: AWS::CodeDeploy::Application
  Properties:
    ComputePlatform: Server
",
    ..Rule::BASE
};

const OF_THE_TEMPLATE: Check = follow(
    "DeploymentConfigName",
    &["AWS::CodeDeploy::DeploymentConfig"],
    &when(
        &property("MinimumHealthyHosts.Type").equals("FLEET_PERCENT"),
        &property("MinimumHealthyHosts.Value").at_least_parameter("minimumHealthyHostsFleetPercent"),
        &property("MinimumHealthyHosts.Value").at_least_parameter("minimumHealthyHostsHostCount"),
    ),
);

fn keeps_enough_hosts<'a>(subject: &Subject<'a>) -> Truth<'a> {
    let threshold = |name| subject.parameter(name).and_then(|value| value.trim().parse::<i64>().ok());
    let percent = threshold("minimumHealthyHostsFleetPercent").unwrap_or(66);
    let hosts = threshold("minimumHealthyHostsHostCount").unwrap_or(1);
    subject.look("DeploymentConfigName", &mut |place| {
        let name = match place.value {
            None => "CodeDeployDefault.OneAtATime".into(),
            Some(value) => value.as_text().unwrap_or_default(),
        };
        let fails = |what: &'static str| subject.fails_at("DeploymentConfigName", what);
        match &*name {
            "CodeDeployDefault.OneAtATime" if percent <= 66 && hosts <= 1 => Truth::True,
            "CodeDeployDefault.OneAtATime" => {
                subject.unknown("how many hosts CodeDeployDefault.OneAtATime keeps healthy is not documented")
            }
            "CodeDeployDefault.HalfAtATime" if percent <= 50 => Truth::True,
            "CodeDeployDefault.HalfAtATime" => {
                fails("CodeDeployDefault.HalfAtATime keeps only half of the hosts healthy")
            }
            "CodeDeployDefault.AllAtOnce" if hosts <= 0 => Truth::True,
            "CodeDeployDefault.AllAtOnce" => fails("CodeDeployDefault.AllAtOnce keeps no host healthy"),
            _ => OF_THE_TEMPLATE.evaluate(subject),
        }
    })
}
