//! `appmesh-virtual-gateway-backend-defaults-tls`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_GATEWAY_BACKEND_DEFAULTS_TLS",
    name: "appmesh-virtual-gateway-backend-defaults-tls",
    resource_types: &["AWS::AppMesh::VirtualGateway"],
    severity: Severity::Medium,
    summary: "App Mesh virtual gateways should enforce TLS towards their backends.",
    details: "\
What the gateway sends to its backends in the clear can be read on the way. \
`Spec.BackendDefaults.ClientPolicy.TLS` has to be there, and its `Enforce`, which is true by default, must \
not be false. That a missing TLS block fails is our reading: AWS's page names only `Enforce` false.",
    fix: "Add `Spec.BackendDefaults.ClientPolicy.TLS` with `Enforce` true.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("Spec.BackendDefaults.ClientPolicy.TLS").is_present(),
        property("Spec.BackendDefaults.ClientPolicy.TLS.Enforce").default("true").is_true(),
    ]),
    compliant_example: "\
Gateway:
  Type: AWS::AppMesh::VirtualGateway
  Properties:
    MeshName: main
    Spec:
      BackendDefaults:
        ClientPolicy:
          TLS:
            Enforce: true
",
    noncompliant_example: "\
Gateway:
  Type: AWS::AppMesh::VirtualGateway
  Properties:
    MeshName: main
    Spec:
      BackendDefaults:
        ClientPolicy:
          TLS:
            Enforce: false
",
    ..Rule::BASE
};
