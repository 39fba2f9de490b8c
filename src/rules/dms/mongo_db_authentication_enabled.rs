//! `dms-mongo-db-authentication-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "DMS_MONGO_DB_AUTHENTICATION_ENABLED",
    name: "dms-mongo-db-authentication-enabled",
    resource_types: &["AWS::DMS::Endpoint"],
    severity: Severity::Medium,
    security_hub: &["DMS.11"],
    summary: "DMS endpoints for MongoDB should log in with a password.",
    details: "\
Without authentication everyone who reaches the database may read it. An absent `AuthType` means `password`, \
the default of DMS; `no` written without quotes is the boolean false in YAML and fails too. \
`ExtraConnectionAttributes` may say the same; it is not read here, so without an `AuthType` it leaves the \
verdict open.",
    fix: "Set `MongoDbSettings.AuthType` to `password`.",
    applies_when: property("EngineName")
        .ignoring_case()
        .equals("mongodb")
        .explained("the endpoint is not for MongoDB"),
    compliant_when: all_of(&[
        property("MongoDbSettings.AuthType").ignoring_case().default("password").equals("password"),
        any_of(&[
            property("ExtraConnectionAttributes").is_absent(),
            property("MongoDbSettings.AuthType").is_present(),
            undecided("ExtraConnectionAttributes may switch authentication off"),
        ]),
    ]),
    compliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: source
    EngineName: mongodb
    MongoDbSettings:
      AuthType: password
",
    noncompliant_example: "\
Door:
  Type: AWS::DMS::Endpoint
  Properties:
    EndpointType: source
    EngineName: mongodb
    MongoDbSettings:
      AuthType: 'no'
",
    ..Rule::BASE
};
