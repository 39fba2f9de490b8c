//! `s3-bucket-ssl-requests-only`

use super::public_access;
use crate::resolve::{Content, Part, Value};
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_SSL_REQUESTS_ONLY",
    name: "s3-bucket-ssl-requests-only",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    security_hub: &["S3.5"],
    summary: "S3 bucket policies must deny requests without TLS.",
    details: "\
Without TLS anyone on the way reads what is sent. The bucket's policy needs a statement that denies \
everyone (`Principal` `*`) every action of S3 on the bucket and its objects where `aws:SecureTransport` is \
false. A bucket without a policy in the template is reported, and so is one that only allows requests with \
TLS: another statement may allow the others.

AWS doesn't say whether narrower statements will do (some actions, only the objects, `BoolIfExists`, \
further conditions, a least TLS version): they leave the verdict open. So does a policy of which that is \
not known.",
    fix: "Add an `AWS::S3::BucketPolicy` that denies `s3:*` to `*` on the bucket and its objects \
where `aws:SecureTransport` is false.",
    remediation_document: Some("AWSConfigRemediation-RestrictBucketSSLRequestsOnly"),
    compliant_when: public_access::POLICY.some(&some_statement(
        "PolicyDocument",
        denies_plain_requests,
        "no statement of the bucket's policy denies all requests without TLS",
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
        - Effect: Deny
          Principal: '*'
          Action: s3:*
          Resource:
            - !GetAtt Data.Arn
            - !Sub '${Data.Arn}/*'
          Condition:
            Bool:
              aws:SecureTransport: false
",
    noncompliant_example: "\
Data:
  Type: AWS::S3::Bucket
",
    ..Rule::BASE
};

/// `None` also for a statement that denies only some requests without TLS.
fn denies_plain_requests(statement: policy::Statement<'_>, _: &Subject<'_>) -> Option<bool> {
    let is_about_tls = statement.some_condition(|_, key, _| {
        Some(["aws:SecureTransport", "s3:TlsVersion"].iter().any(|wanted| key.eq_ignore_ascii_case(wanted)))
    });
    match policy::all([statement.denies(), is_about_tls]) {
        Some(true) => {}
        other => return other,
    }
    policy::all([
        policy::is_for_everyone(statement),
        statement.some("Action", |action| policy::covers(action, "s3:*")),
        statement.some("Resource", is_bucket),
        statement.some("Resource", is_objects),
        policy::has_only_condition(statement, "Bool", "aws:SecureTransport", "false"),
    ])
    .filter(|whole| *whole)
}

/// Whether a resource takes in the bucket itself: its ARN has no slash, and a wildcard crosses slashes.
fn is_bucket(resource: &Value) -> Option<bool> {
    match &resource.content {
        Content::Unknown(_) => Some(true),
        Content::Partial(parts) => {
            Some(!parts.iter().any(|part| matches!(part, Part::Text(text) if text.contains('/'))))
        }
        _ => Some(resource.as_text().is_some_and(|text| !text.contains('/'))),
    }
}

/// Whether a resource takes in all objects of the bucket.
fn is_objects(resource: &Value) -> Option<bool> {
    match &resource.content {
        Content::Unknown(_) => Some(false),
        Content::Partial(parts) => {
            Some(matches!(parts.last(), Some(Part::Text(text)) if &**text == "*" || text.ends_with("/*")))
        }
        _ => Some(resource.as_text().is_some_and(|text| text.ends_with('*'))),
    }
}
