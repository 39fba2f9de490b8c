//! `elastic-beanstalk-logs-to-cloudwatch`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTIC_BEANSTALK_LOGS_TO_CLOUDWATCH",
    name: "elastic-beanstalk-logs-to-cloudwatch",
    resource_types: &["AWS::ElasticBeanstalk::Environment"],
    severity: Severity::High,
    security_hub: &["ElasticBeanstalk.3"],
    parameters: &[
        Parameter {
            name: "RetentionInDays",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "days that CloudWatch Logs has to keep the logs",
        },
        Parameter {
            name: "DeleteOnTerminate",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "whether the logs have to go with the environment, true or false",
        },
    ],
    summary: "Elastic Beanstalk environments should stream logs to CloudWatch Logs.",
    details: "\
Logs on an instance go with it. The option `StreamLogs` of the namespace \
`aws:elasticbeanstalk:cloudwatch:logs` has to be `true`; absent means `false`. With the parameters, the \
options of their names have to equal them; the service's defaults are 7 days and `false`.

The environment's own `OptionSettings` win over those of the configuration template in `TemplateName`; one \
of another stack leaves the verdict open. Options that an application bundle sets in `.ebextensions`, a \
saved configuration, the console or the EB CLI don't show in a template.",
    fix: "Add the option `StreamLogs` of namespace aws:elasticbeanstalk:cloudwatch:logs to `OptionSettings`, with `Value` 'true'.",
    remediation_document: Some("AWSConfigRemediation-EnableElasticBeanstalkEnvironmentLogStreaming"),
    compliant_when: all_of(&[
        option_is!(
            "aws:elasticbeanstalk:cloudwatch:logs",
            "StreamLogs",
            property("Value").ignoring_case().equals("true"),
            never("StreamLogs is not set, and off by default")
        ),
        when_parameter(
            "RetentionInDays",
            &option_is!(
                "aws:elasticbeanstalk:cloudwatch:logs",
                "RetentionInDays",
                property("Value").equals_parameter("RetentionInDays"),
                property("RetentionInDays").default("7").equals_parameter("RetentionInDays")
            ),
        ),
        when_parameter(
            "DeleteOnTerminate",
            &option_is!(
                "aws:elasticbeanstalk:cloudwatch:logs",
                "DeleteOnTerminate",
                property("Value").ignoring_case().equals_parameter("DeleteOnTerminate"),
                property("DeleteOnTerminate")
                    .default("false")
                    .ignoring_case()
                    .equals_parameter("DeleteOnTerminate")
            ),
        ),
    ]),
    compliant_example: "\
Shop:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    ApplicationName: shop
    OptionSettings:
      - Namespace: aws:elasticbeanstalk:cloudwatch:logs
        OptionName: StreamLogs
        Value: 'true'
",
    noncompliant_example: "\
Shop:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    ApplicationName: shop
    OptionSettings:
      - Namespace: aws:elasticbeanstalk:cloudwatch:logs
        OptionName: StreamLogs
        Value: 'false'
",
    ..Rule::BASE
};
