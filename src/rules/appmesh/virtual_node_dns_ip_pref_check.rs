//! `appmesh-virtual-node-dns-ip-pref-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_NODE_DNS_IP_PREF_CHECK",
    name: "appmesh-virtual-node-dns-ip-pref-check",
    resource_types: &["AWS::AppMesh::VirtualNode"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "ipPreference",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "required value: IPv6_PREFERRED, IPv4_PREFERRED, IPv4_ONLY or IPv6_ONLY",
    }],
    summary: "App Mesh virtual nodes should use the required IP preference for DNS discovery.",
    details: "\
Which addresses the proxies try decides whether they reach a service at all. \
`Spec.ServiceDiscovery.DNS.IpPreference` has to be the parameter's value; absent it matches none. A node \
that is discovered in another way is not applicable; AWS doesn't say what AWS Config calls it. AWS demands \
the parameter and has no default for it.",
    fix: "Set `Spec.ServiceDiscovery.DNS.IpPreference` to the parameter's value.",
    certainty: Certainty::Known,
    applies_when: property("Spec.ServiceDiscovery.DNS").is_present(),
    compliant_when: property("Spec.ServiceDiscovery.DNS.IpPreference").equals_parameter("ipPreference"),
    compliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      ServiceDiscovery:
        DNS:
          IpPreference: IPv6_PREFERRED
",
    noncompliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      ServiceDiscovery:
        DNS:
          IpPreference: IPv4_ONLY
",
    example_parameters: &[("ipPreference", "IPv6_PREFERRED")],
    ..Rule::BASE
};
