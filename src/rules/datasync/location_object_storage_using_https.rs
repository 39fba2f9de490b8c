//! `datasync-location-object-storage-using-https`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DATASYNC_LOCATION_OBJECT_STORAGE_USING_HTTPS",
    name: "datasync-location-object-storage-using-https",
    resource_types: &["AWS::DataSync::LocationObjectStorage"],
    severity: Severity::Medium,
    summary: "DataSync object storage locations should use HTTPS.",
    details: "\
With HTTP the objects, and the signatures of the requests, cross the network in the clear. Absent means \
`HTTPS`: the service's default, which CloudFormation's pages don't state.",
    fix: "Set `ServerProtocol` to HTTPS.",
    compliant_when: property("ServerProtocol").default("HTTPS").equals("HTTPS"),
    compliant_example: "\
Storage:
  Type: AWS::DataSync::LocationObjectStorage
  Properties:
    ServerHostname: storage.example.com
    BucketName: data
    ServerProtocol: HTTPS
",
    noncompliant_example: "\
Storage:
  Type: AWS::DataSync::LocationObjectStorage
  Properties:
    ServerHostname: storage.example.com
    BucketName: data
    ServerProtocol: HTTP
",
    ..Rule::BASE
};
