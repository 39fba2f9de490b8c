//! `apprunner-service-no-public-access`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPRUNNER_SERVICE_NO_PUBLIC_ACCESS",
    name: "apprunner-service-no-public-access",
    resource_types: &["AWS::AppRunner::Service"],
    severity: Severity::High,
    summary: "App Runner services should not be publicly accessible.",
    details: "\
A service should be on the internet because somebody decided it, not by default. An absent \
`IngressConfiguration`, or no `IsPubliclyAccessible` in it, means public.

AWS's page says that `False` is noncompliant, against the name and purpose of the rule; we take that for a \
slip.",
    fix: "Set `NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible` to false, and reach the service through a VPC ingress connection.",
    certainty: Certainty::Known,
    compliant_when: property("NetworkConfiguration.IngressConfiguration.IsPubliclyAccessible")
        .default("true")
        .is_false(),
    compliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    SourceConfiguration:
      ImageRepository:
        ImageIdentifier: public.ecr.aws/example/web:1
        ImageRepositoryType: ECR_PUBLIC
    NetworkConfiguration:
      IngressConfiguration:
        IsPubliclyAccessible: false
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
      IngressConfiguration:
        IsPubliclyAccessible: true
",
    ..Rule::BASE
};
