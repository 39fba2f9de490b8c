//! `appmesh-virtual-node-listeners-outlier-detect-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_NODE_LISTENERS_OUTLIER_DETECT_ENABLED",
    name: "appmesh-virtual-node-listeners-outlier-detect-enabled",
    resource_types: &["AWS::AppMesh::VirtualNode"],
    severity: Severity::Low,
    summary: "App Mesh virtual node listeners should have outlier detection.",
    details: "\
Outlier detection takes a host out that answers with errors. A node without listeners has nothing to check \
and complies: our reading. Every entry of `Spec.Listeners` has to have `OutlierDetection`.",
    fix: "Add `OutlierDetection` to every listener.",
    compliant_when: each_item("Spec.Listeners", &property("OutlierDetection").is_present()),
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
          OutlierDetection:
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
