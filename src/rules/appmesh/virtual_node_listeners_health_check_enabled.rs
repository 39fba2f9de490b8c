//! `appmesh-virtual-node-listeners-health-check-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_NODE_LISTENERS_HEALTH_CHECK_ENABLED",
    name: "appmesh-virtual-node-listeners-health-check-enabled",
    resource_types: &["AWS::AppMesh::VirtualNode"],
    severity: Severity::Low,
    summary: "App Mesh virtual node listeners should have health checks.",
    details: "\
Without health checks requests go to what no longer answers. A node without listeners has nothing to check \
and complies: our reading. Every entry of `Spec.Listeners` has to have `HealthCheck`.",
    fix: "Add `HealthCheck` to every listener.",
    certainty: Certainty::Known,
    compliant_when: each_item("Spec.Listeners", &property("HealthCheck").is_present()),
    compliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      Listeners:
        - PortMapping:
            Port: 80
            Protocol: http
          HealthCheck:
            Interval: 5
",
    noncompliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      Listeners:
        - PortMapping:
            Port: 80
            Protocol: http
",
    ..Rule::BASE
};
