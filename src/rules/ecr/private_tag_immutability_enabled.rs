//! `ecr-private-tag-immutability-enabled`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECR_PRIVATE_TAG_IMMUTABILITY_ENABLED",
    name: "ecr-private-tag-immutability-enabled",
    resource_types: &["AWS::ECR::Repository"],
    severity: Severity::Medium,
    security_hub: &["ECR.2"],
    summary: "Private ECR repositories should make image tags immutable.",
    details: "\
A tag that can be moved may mean another image tomorrow. An absent `ImageTagMutability` means MUTABLE; \
MUTABLE_WITH_EXCLUSION fails, too. AWS doesn't say how IMMUTABLE_WITH_EXCLUSION counts: it stays open.",
    fix: "Set `ImageTagMutability` to IMMUTABLE.",
    compliant_when: when(
        &property("ImageTagMutability").equals("IMMUTABLE_WITH_EXCLUSION"),
        &undecided("how IMMUTABLE_WITH_EXCLUSION counts is not documented"),
        &property("ImageTagMutability").default("MUTABLE").equals("IMMUTABLE"),
    ),
    compliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    ImageTagMutability: IMMUTABLE
",
    noncompliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    RepositoryName: web
",
    ..Rule::BASE
};
