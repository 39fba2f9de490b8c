//! `s3-bucket-blacklisted-actions-prohibited`

use super::public_access;
use crate::rules::items::split;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_BLACKLISTED_ACTIONS_PROHIBITED",
    name: "s3-bucket-blacklisted-actions-prohibited",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::High,
    security_hub: &["S3.6"],
    parameters: &[Parameter {
        name: "blacklistedActionPattern",
        parameter_type: ParameterType::Csv,
        required: true,
        default: Some(
            "s3:DeleteBucketPolicy,s3:PutBucketAcl,s3:PutBucketPolicy,\
s3:PutEncryptionConfiguration,s3:PutObjectAcl",
        ),
        description: "patterns of actions that other accounts must not be allowed, such as \
`s3:GetBucket*`; the default is what Security Hub passes for S3.6",
    }],
    summary: "Bucket policies must not allow other accounts the listed actions.",
    details: "\
Whoever may change a bucket's policy or its ACLs owns it. No `Allow` statement of the bucket's policy may \
give a principal of another account an action that one of the patterns matches; `s3:*` overlaps with all \
of them. Conditions are not looked at, and a bucket without a policy in the template complies.

`*` is everyone, so other accounts too. Roles and users of the template, and what is imported or built \
with `AWS::AccountId`, are of the own account. Whether a literal account ID is, is known only if the \
account ID of the deployment is given. AWS doesn't say how services, federated principals, `NotPrincipal` \
and `NotAction` count: there the verdict stays open.",
    fix: "Name principals of your own account in the statement, or leave the action out.",
    compliant_when: public_access::POLICY.each(&no_statement(
        "PolicyDocument",
        |statement, subject| {
            let patterns = subject.parameter("blacklistedActionPattern")?;
            let doubtful = |element| if statement.has(element) { None } else { Some(false) };
            policy::all([
                statement.allows(),
                policy::any([
                    statement.some("Action", |action| policy::overlaps_any_of(action, split(patterns))),
                    doubtful("NotAction"),
                ]),
                policy::any([policy::has_foreign_principal(statement, subject), doubtful("NotPrincipal")]),
            ])
        },
        "the bucket's policy allows other accounts an action that they must not have",
    )),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
DataPolicy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Data
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal:
            AWS: arn:aws:iam::444455556666:root
          Action: s3:GetObject
          Resource: !Sub '${Data.Arn}/*'
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
DataPolicy:
  Type: AWS::S3::BucketPolicy
  Properties:
    Bucket: !Ref Data
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - Effect: Allow
          Principal: '*'
          Action: s3:*
          Resource: !Sub '${Data.Arn}/*'
",
    ..Rule::BASE
};
