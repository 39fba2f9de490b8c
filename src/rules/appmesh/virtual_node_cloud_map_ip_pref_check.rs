//! `appmesh-virtual-node-cloud-map-ip-pref-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_NODE_CLOUD_MAP_IP_PREF_CHECK",
    name: "appmesh-virtual-node-cloud-map-ip-pref-check",
    resource_types: &["AWS::AppMesh::VirtualNode"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "ipPreference",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "required value: IPv6_PREFERRED, IPv4_PREFERRED, IPv4_ONLY or IPv6_ONLY",
    }],
    summary: "App Mesh virtual nodes should use the required IP preference for Cloud Map discovery.",
    details: "\
Which addresses the proxies try decides whether they reach a service at all. \
`Spec.ServiceDiscovery.AWSCloudMap.IpPreference` has to be the parameter's value; absent it matches none. A \
node that is discovered in another way is not applicable; AWS doesn't say what AWS Config calls it. AWS \
demands the parameter and has no default for it.",
    fix: "Set `Spec.ServiceDiscovery.AWSCloudMap.IpPreference` to the parameter's value.",
    certainty: Certainty::Known,
    applies_when: property("Spec.ServiceDiscovery.AWSCloudMap").is_present(),
    compliant_when: property("Spec.ServiceDiscovery.AWSCloudMap.IpPreference")
        .equals_parameter("ipPreference"),
    compliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      ServiceDiscovery:
        AWSCloudMap:
          IpPreference: IPv6_PREFERRED
",
    noncompliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      ServiceDiscovery:
        AWSCloudMap:
          IpPreference: IPv4_ONLY
",
    example_parameters: &[("ipPreference", "IPv6_PREFERRED")],
    ..Rule::BASE
};
