//! `elastic-beanstalk-managed-updates-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ELASTIC_BEANSTALK_MANAGED_UPDATES_ENABLED",
    name: "elastic-beanstalk-managed-updates-enabled",
    resource_types: &["AWS::ElasticBeanstalk::Environment"],
    severity: Severity::High,
    security_hub: &["ElasticBeanstalk.2"],
    parameters: &[Parameter {
        name: "UpdateLevel",
        parameter_type: ParameterType::String,
        required: false,
        default: None,
        description: "update level that is wanted, minor or patch",
    }],
    summary: "Elastic Beanstalk environments should have managed platform updates on.",
    details: "\
Platform updates bring the fixes of the operating system and the runtime. The option `ManagedActionsEnabled` \
of the namespace `aws:elasticbeanstalk:managedactions` has to be `true`; absent means `false` for \
environments that CloudFormation makes. With the parameter, `UpdateLevel` of \
`aws:elasticbeanstalk:managedactions:platformupdate` has to equal it.

The environment's own `OptionSettings` win over those of the configuration template in `TemplateName`; one \
of another stack leaves the verdict open. Options that an application bundle sets in `.ebextensions`, a \
saved configuration, the console or the EB CLI don't show in a template.",
    fix: "Add the option `ManagedActionsEnabled` of namespace aws:elasticbeanstalk:managedactions to `OptionSettings`, with `Value` 'true', and `PreferredStartTime`.",
    compliant_when: all_of(&[
        option_is!(
            "aws:elasticbeanstalk:managedactions",
            "ManagedActionsEnabled",
            property("Value").ignoring_case().equals("true"),
            never("ManagedActionsEnabled is not set, and off by default")
        ),
        when_parameter(
            "UpdateLevel",
            &option_is!(
                "aws:elasticbeanstalk:managedactions:platformupdate",
                "UpdateLevel",
                property("Value").ignoring_case().equals_parameter("UpdateLevel"),
                never("UpdateLevel is not set")
            ),
        ),
    ]),
    compliant_example: "\
Shop:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    ApplicationName: shop
    OptionSettings:
      - Namespace: aws:elasticbeanstalk:managedactions
        OptionName: ManagedActionsEnabled
        Value: 'true'
      - Namespace: aws:elasticbeanstalk:managedactions
        OptionName: PreferredStartTime
        Value: 'Tue:09:00'
      - Namespace: aws:elasticbeanstalk:managedactions:platformupdate
        OptionName: UpdateLevel
        Value: minor
",
    noncompliant_example: "\
Shop:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    ApplicationName: shop
    OptionSettings:
      - Namespace: aws:elasticbeanstalk:managedactions
        OptionName: ManagedActionsEnabled
        Value: 'false'
",
    ..Rule::BASE
};
