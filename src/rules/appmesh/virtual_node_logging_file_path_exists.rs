//! `appmesh-virtual-node-logging-file-path-exists`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_NODE_LOGGING_FILE_PATH_EXISTS",
    name: "appmesh-virtual-node-logging-file-path-exists",
    resource_types: &["AWS::AppMesh::VirtualNode"],
    severity: Severity::Low,
    summary: "App Mesh virtual nodes should write access logs to a file path.",
    details: "\
Access logs say who asked the node for what. `Spec.Logging.AccessLog.File.Path` has to be there.",
    fix: "Set `Spec.Logging.AccessLog.File.Path`, for example to /dev/stdout.",
    certainty: Certainty::Known,
    compliant_when: property("Spec.Logging.AccessLog.File.Path").is_present(),
    compliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
    Spec:
      Logging:
        AccessLog:
          File:
            Path: /dev/stdout
",
    noncompliant_example: "\
Node:
  Type: AWS::AppMesh::VirtualNode
  Properties:
    MeshName: main
",
    ..Rule::BASE
};
