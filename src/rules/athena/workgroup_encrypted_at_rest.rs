//! `athena-workgroup-encrypted-at-rest`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ATHENA_WORKGROUP_ENCRYPTED_AT_REST",
    name: "athena-workgroup-encrypted-at-rest",
    resource_types: &["AWS::Athena::WorkGroup"],
    severity: Severity::Medium,
    summary: "Athena workgroups should encrypt the results of queries.",
    details: "\
Results are copies of your data. Any `EncryptionOption` passes; absent means that the workgroup sets none. \
With managed query results there is no `ResultConfiguration` and the service encrypts: that stays open. \
`EnforceWorkGroupConfiguration` plays no part.",
    fix: "Set `EncryptionOption` in `WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration` \
to `SSE_KMS` or `SSE_S3`.",
    remediation_document: Some("AWS-EnableAthenaWorkGroupEncryptionAtRest"),
    certainty: Certainty::Known,
    compliant_when: when(
        &property("WorkGroupConfiguration.ManagedQueryResultsConfiguration.Enabled")
            .default("false")
            .is_true(),
        &undecided(
            "the service keeps and encrypts the results, and AWS doesn't say what the rule makes of that",
        ),
        &property("WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption")
            .is_present(),
    ),
    compliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      ResultConfiguration:
        OutputLocation: s3://results/
        EncryptionConfiguration:
          EncryptionOption: SSE_S3
",
    noncompliant_example: "\
Queries:
  Type: AWS::Athena::WorkGroup
  Properties:
    Name: queries
    WorkGroupConfiguration:
      ResultConfiguration:
        OutputLocation: s3://results/
",
    ..Rule::BASE
};
