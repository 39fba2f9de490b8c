//! `beanstalk-enhanced-health-reporting-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "BEANSTALK_ENHANCED_HEALTH_REPORTING_ENABLED",
    name: "beanstalk-enhanced-health-reporting-enabled",
    resource_types: &["AWS::ElasticBeanstalk::Environment"],
    severity: Severity::Low,
    security_hub: &["ElasticBeanstalk.1"],
    summary: "Elastic Beanstalk environments should use enhanced health reporting.",
    details: "\
Basic health says that instances answer a ping; enhanced health reads their logs and load and says why not. \
The option `SystemType` of the namespace `aws:elasticbeanstalk:healthreporting:system` has to be `enhanced`; \
absent means `basic`.

The environment's own `OptionSettings` win over those of the configuration template in `TemplateName`; one \
of another stack leaves the verdict open. Options that an application bundle sets in `.ebextensions`, a \
saved configuration, the console or the EB CLI don't show in a template.",
    fix: "Add the option `SystemType` of namespace aws:elasticbeanstalk:healthreporting:system to `OptionSettings`, with `Value` enhanced.",
    compliant_when: option_is!(
        "aws:elasticbeanstalk:healthreporting:system",
        "SystemType",
        property("Value").ignoring_case().equals("enhanced"),
        never("health reporting is basic, as SystemType is not set")
    ),
    compliant_example: "\
Shop:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    ApplicationName: shop
    OptionSettings:
      - Namespace: aws:elasticbeanstalk:healthreporting:system
        OptionName: SystemType
        Value: enhanced
",
    noncompliant_example: "\
Shop:
  Type: AWS::ElasticBeanstalk::Environment
  Properties:
    ApplicationName: shop
    OptionSettings:
      - Namespace: aws:elasticbeanstalk:healthreporting:system
        OptionName: SystemType
        Value: basic
",
    ..Rule::BASE
};
