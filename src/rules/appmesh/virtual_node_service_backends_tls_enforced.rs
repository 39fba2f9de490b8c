//! `appmesh-virtual-node-service-backends-tls-enforced`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_NODE_SERVICE_BACKENDS_TLS_ENFORCED",
    name: "appmesh-virtual-node-service-backends-tls-enforced",
    resource_types: &["AWS::AppMesh::VirtualNode"],
    severity: Severity::Medium,
    summary: "App Mesh virtual node backends should enforce TLS.",
    details: "\
What the node sends to a backend in the clear can be read on the way. No backend may have \
`ClientPolicy.TLS.Enforce` false; it is true by default. AWS's page speaks only of the value false, so a \
backend without a policy of its own, which takes the node's defaults, complies here: \
appmesh-virtual-node-backend-defaults-tls-on looks at those.",
    fix: "Set `ClientPolicy.TLS.Enforce` to true on every backend.",
    certainty: Certainty::Guess,
    compliant_when: each_item(
        "Spec.Backends",
        &property("VirtualService.ClientPolicy.TLS.Enforce").default("true").is_true(),
    ),
    compliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      Backends:
        - VirtualService:
            VirtualServiceName: orders
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
      Backends:
        - VirtualService:
            VirtualServiceName: orders
            ClientPolicy:
              TLS:
                Enforce: false
",
    ..Rule::BASE
};
