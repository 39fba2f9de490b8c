//! `appmesh-virtual-gateway-listeners-health-check-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_GATEWAY_LISTENERS_HEALTH_CHECK_ENABLED",
    name: "appmesh-virtual-gateway-listeners-health-check-enabled",
    resource_types: &["AWS::AppMesh::VirtualGateway"],
    severity: Severity::Low,
    summary: "App Mesh virtual gateway listeners should have health checks.",
    details: "\
Without health checks requests go to what no longer answers. Every entry of `Spec.Listeners` has to have \
`HealthCheck`.",
    fix: "Add `HealthCheck` to every listener.",
    compliant_when: each_item("Spec.Listeners", &property("HealthCheck").is_present()),
    compliant_example: "\
Gateway:
  Type: AWS::AppMesh::VirtualGateway
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
Gateway:
  Type: AWS::AppMesh::VirtualGateway
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
