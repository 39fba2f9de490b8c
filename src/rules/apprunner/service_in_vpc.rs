//! `apprunner-service-in-vpc`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPRUNNER_SERVICE_IN_VPC",
    name: "apprunner-service-in-vpc",
    resource_types: &["AWS::AppRunner::Service"],
    severity: Severity::Medium,
    summary: "App Runner services should send outgoing traffic through a VPC.",
    details: "\
A service with `EgressType` `DEFAULT` sends its traffic over the internet, past the rules of your network; \
with `VPC` it goes through a VPC connector. An absent configuration means `DEFAULT`.",
    fix: "Set `NetworkConfiguration.EgressConfiguration` with `EgressType` VPC and a `VpcConnectorArn`.",
    compliant_when: property("NetworkConfiguration.EgressConfiguration.EgressType")
        .default("DEFAULT")
        .equals("VPC"),
    compliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    SourceConfiguration:
      ImageRepository:
        ImageIdentifier: public.ecr.aws/example/web:1
        ImageRepositoryType: ECR_PUBLIC
    NetworkConfiguration:
      EgressConfiguration:
        EgressType: VPC
        VpcConnectorArn: arn:aws:apprunner:eu-west-1:111122223333:vpcconnector/web/1/0123456789abcdef
",
    noncompliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    SourceConfiguration:
      ImageRepository:
        ImageIdentifier: public.ecr.aws/example/web:1
        ImageRepositoryType: ECR_PUBLIC
    NetworkConfiguration:
      EgressConfiguration:
        EgressType: DEFAULT
",
    ..Rule::BASE
};
