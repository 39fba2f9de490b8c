//! `appmesh-virtual-gateway-logging-file-path-exists`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "APPMESH_VIRTUAL_GATEWAY_LOGGING_FILE_PATH_EXISTS",
    name: "appmesh-virtual-gateway-logging-file-path-exists",
    resource_types: &["AWS::AppMesh::VirtualGateway"],
    severity: Severity::Low,
    summary: "App Mesh virtual gateways should write access logs to a file path.",
    details: "\
Access logs say who asked the gateway for what. `Spec.Logging.AccessLog.File.Path` has to be there.",
    fix: "Set `Spec.Logging.AccessLog.File.Path`, for example to /dev/stdout.",
    compliant_when: property("Spec.Logging.AccessLog.File.Path").is_present(),
    compliant_example: "\
Gateway:
  Type: AWS::AppMesh::VirtualGateway
  Properties:
    MeshName: main
    Spec:
      Logging:
        AccessLog:
          File:
            Path: /dev/stdout
",
    noncompliant_example: "\
Gateway:
  Type: AWS::AppMesh::VirtualGateway
  Properties:
    MeshName: main
",
    ..Rule::BASE
};
