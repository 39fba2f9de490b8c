//! `apprunner-service-ip-address-type-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPRUNNER_SERVICE_IP_ADDRESS_TYPE_CHECK",
    name: "apprunner-service-ip-address-type-check",
    resource_types: &["AWS::AppRunner::Service"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "ipAddressType",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "type that is wanted, IPV4 or DUAL_STACK",
    }],
    summary: "App Runner services should use the required IP address type.",
    details: "\
Whether a service can be reached over IPv6 should be a decision. `NetworkConfiguration.IpAddressType` has to \
equal the parameter; absent means `IPV4`.",
    fix: "Set `NetworkConfiguration.IpAddressType` to the type that the rule wants.",
    compliant_when: property("NetworkConfiguration.IpAddressType")
        .default("IPV4")
        .equals_parameter("ipAddressType"),
    compliant_example: "\
Web:
  Type: AWS::AppRunner::Service
  Properties:
    SourceConfiguration:
      ImageRepository:
        ImageIdentifier: public.ecr.aws/example/web:1
        ImageRepositoryType: ECR_PUBLIC
    NetworkConfiguration:
      IpAddressType: DUAL_STACK
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
      IpAddressType: IPV4
",
    example_parameters: &[("ipAddressType", "DUAL_STACK")],
    ..Rule::BASE
};
