//! `ecr-private-lifecycle-policy-configured`

use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "ECR_PRIVATE_LIFECYCLE_POLICY_CONFIGURED",
    name: "ecr-private-lifecycle-policy-configured",
    resource_types: &["AWS::ECR::Repository"],
    severity: Severity::Medium,
    security_hub: &["ECR.3"],
    summary: "Private ECR repositories should have a lifecycle policy.",
    details: "\
Without a policy old images pile up, with their holes and their costs. `LifecyclePolicy.LifecyclePolicyText` \
has to be there; what it says is not judged.",
    fix: "Add a `LifecyclePolicy` with `LifecyclePolicyText`.",
    compliant_when: property("LifecyclePolicy.LifecyclePolicyText").is_present(),
    compliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    LifecyclePolicy:
      LifecyclePolicyText: '{\"rules\": []}'
",
    noncompliant_example: "\
Images:
  Type: AWS::ECR::Repository
  Properties:
    RepositoryName: web
",
    ..Rule::BASE
};
