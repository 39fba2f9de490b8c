//! `appmesh-virtual-node-backend-defaults-tls-on`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_NODE_BACKEND_DEFAULTS_TLS_ON",
    name: "appmesh-virtual-node-backend-defaults-tls-on",
    resource_types: &["AWS::AppMesh::VirtualNode"],
    severity: Severity::Medium,
    summary: "App Mesh virtual nodes should enforce TLS in their backend defaults.",
    details: "\
What the node sends to its backends in the clear can be read on the way. \
`Spec.BackendDefaults.ClientPolicy.TLS` has to be there, and its `Enforce`, which is true by default, must \
not be false. That a missing TLS block fails is our reading: AWS's page names only `Enforce` false.",
    fix: "Add `Spec.BackendDefaults.ClientPolicy.TLS` with `Enforce` true.",
    certainty: Certainty::Known,
    compliant_when: all_of(&[
        property("Spec.BackendDefaults.ClientPolicy.TLS").is_present(),
        property("Spec.BackendDefaults.ClientPolicy.TLS.Enforce").default("true").is_true(),
    ]),
    compliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      BackendDefaults:
        ClientPolicy:
          TLS:
            Enforce: true
",
    noncompliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
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
