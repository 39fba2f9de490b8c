//! `appmesh-mesh-ip-pref-check`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_MESH_IP_PREF_CHECK",
    name: "appmesh-mesh-ip-pref-check",
    resource_types: &["AWS::AppMesh::Mesh"],
    severity: Severity::Low,
    parameters: &[Parameter {
        name: "ipPreference",
        parameter_type: ParameterType::String,
        required: true,
        default: None,
        description: "required value: IPv6_PREFERRED, IPv4_PREFERRED, IPv4_ONLY or IPv6_ONLY",
    }],
    summary: "App Mesh meshes should use the required IP preference.",
    details: "\
Which addresses the proxies try decides whether they reach a service at all. \
`Spec.ServiceDiscovery.IpPreference` has to be the parameter's value; absent it matches none. AWS demands \
the parameter and has no default for it.",
    fix: "Set `Spec.ServiceDiscovery.IpPreference` to the parameter's value.",
    compliant_when: property("Spec.ServiceDiscovery.IpPreference").equals_parameter("ipPreference"),
    compliant_example: "\
Mesh:
  Type: AWS::AppMesh::Mesh
  Properties:
    MeshName: main
    Spec:
      ServiceDiscovery:
        IpPreference: IPv6_PREFERRED
",
    noncompliant_example: "\
Mesh:
  Type: AWS::AppMesh::Mesh
  Properties:
    MeshName: main
    Spec:
      ServiceDiscovery:
        IpPreference: IPv4_ONLY
",
    example_parameters: &[("ipPreference", "IPv6_PREFERRED")],
    ..Rule::BASE
};
