//! `emr-kerberos-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "EMR_KERBEROS_ENABLED",
    name: "emr-kerberos-enabled",
    resource_types: &["AWS::EMR::Cluster"],
    trigger: Trigger::Periodic,
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "TicketLifetimeInHours",
            parameter_type: ParameterType::Int,
            required: false,
            default: None,
            description: "ticket lifetime that the KDC must use",
        },
        Parameter {
            name: "Realm",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "realm name of the trusted realm",
        },
        Parameter {
            name: "Domain",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "domain name of the trusted realm",
        },
        Parameter {
            name: "AdminServer",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "admin server of the trusted realm",
        },
        Parameter {
            name: "KdcServer",
            parameter_type: ParameterType::String,
            required: false,
            default: None,
            description: "KDC of the trusted realm",
        },
    ],
    summary: "EMR clusters should use Kerberos.",
    details: "\
Without Kerberos whoever reaches a node can pass for any user. The cluster has to name a security configuration \
with an `AuthenticationConfiguration.KerberosConfiguration`, in which the given parameters stand: the lifetime in \
`ClusterDedicatedKdcConfiguration`, the others in its `CrossRealmTrustConfiguration`. The configuration may be an \
object or JSON text. One that is not in the template stays open.

`KerberosAttributes`, which the cluster needs as well to be made, are not looked at.",
    fix: "Name an `AWS::EMR::SecurityConfiguration` with a `KerberosConfiguration` in `SecurityConfiguration`.",
    compliant_when: follow(
        "SecurityConfiguration",
        &["AWS::EMR::SecurityConfiguration"],
        &in_json("SecurityConfiguration", &WITH_KERBEROS),
    ),
    compliant_example: "\
Crunch:
  Type: AWS::EMR::Cluster
  Properties:
    Name: crunch
    SecurityConfiguration: !Ref Safe
    KerberosAttributes:
      Realm: EC2.INTERNAL
      KdcAdminPassword: '{{resolve:secretsmanager:kdc}}'
    Instances: {}
    JobFlowRole: EMR_EC2_DefaultRole
    ServiceRole: EMR_DefaultRole
Safe:
  Type: AWS::EMR::SecurityConfiguration
  Properties:
    SecurityConfiguration:
      AuthenticationConfiguration:
        KerberosConfiguration:
          Provider: ClusterDedicatedKdc
          ClusterDedicatedKdcConfiguration:
            TicketLifetimeInHours: 24
",
    noncompliant_example: "\
Crunch:
  Type: AWS::EMR::Cluster
  Properties:
    Name: crunch
    Instances: {}
    JobFlowRole: EMR_EC2_DefaultRole
    ServiceRole: EMR_DefaultRole
",
    ..Rule::BASE
};

const WITH_KERBEROS: Check = all_of(&[
    property("AuthenticationConfiguration.KerberosConfiguration").is_present(),
    when_parameter(
        "TicketLifetimeInHours",
        &property("AuthenticationConfiguration.KerberosConfiguration.ClusterDedicatedKdcConfiguration.TicketLifetimeInHours").equals_parameter("TicketLifetimeInHours"),
    ),
    when_parameter(
        "Realm",
        &property("AuthenticationConfiguration.KerberosConfiguration.ClusterDedicatedKdcConfiguration.CrossRealmTrustConfiguration.Realm").equals_parameter("Realm"),
    ),
    when_parameter(
        "Domain",
        &property("AuthenticationConfiguration.KerberosConfiguration.ClusterDedicatedKdcConfiguration.CrossRealmTrustConfiguration.Domain").equals_parameter("Domain"),
    ),
    when_parameter(
        "AdminServer",
        &property("AuthenticationConfiguration.KerberosConfiguration.ClusterDedicatedKdcConfiguration.CrossRealmTrustConfiguration.AdminServer").equals_parameter("AdminServer"),
    ),
    when_parameter(
        "KdcServer",
        &property("AuthenticationConfiguration.KerberosConfiguration.ClusterDedicatedKdcConfiguration.CrossRealmTrustConfiguration.KdcServer").equals_parameter("KdcServer"),
    ),
]);
