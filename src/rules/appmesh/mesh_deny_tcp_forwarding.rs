//! `appmesh-mesh-deny-tcp-forwarding`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_MESH_DENY_TCP_FORWARDING",
    name: "appmesh-mesh-deny-tcp-forwarding",
    resource_types: &["AWS::AppMesh::Mesh"],
    severity: Severity::Medium,
    summary: "App Mesh meshes should not forward TCP traffic to services outside the mesh.",
    details: "\
A mesh that lets everything out carries off data as well. `Spec.EgressFilter.Type` must not be ALLOW_ALL; \
absent it means DROP_ALL.",
    fix: "Set `Spec.EgressFilter.Type` to DROP_ALL.",
    compliant_when: property("Spec.EgressFilter.Type").default("DROP_ALL").differs_from("ALLOW_ALL"),
    compliant_example: "\
Mesh:
  Type: AWS::AppMesh::Mesh
  Properties:
    MeshName: main
",
    noncompliant_example: "\
Mesh:
  Type: AWS::AppMesh::Mesh
  Properties:
    MeshName: main
    Spec:
      EgressFilter:
        Type: ALLOW_ALL
",
    ..Rule::BASE
};
