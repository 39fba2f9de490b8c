//! `s3-bucket-policy-not-more-permissive`

use super::public_access;
use crate::resolve::Value;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_POLICY_NOT_MORE_PERMISSIVE",
    name: "s3-bucket-policy-not-more-permissive",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "controlPolicy",
            parameter_type: ParameterType::String,
            required: true,
            default: None,
            description: "bucket policy (JSON, up to 1024 characters) that is the upper bound",
        },
    ],
    summary: "Bucket policies may not give other accounts more than a reference policy does.",
    details: "\
The policy of the parameter is the most that other accounts may be allowed. AWS Config proves whether the \
bucket's policy allows more; here only the plain cases are decided. A bucket without a policy in the \
template complies, and so does a statement that denies, that is for principals of the own account only, or \
that one statement of the parameter without conditions covers: all its principals, actions and resources. \
A statement for other accounts whose action no statement of the parameter allows fails. Everything else \
leaves the verdict open.",
    fix: "Take out of the bucket's policy what the rule's parameter doesn't allow.",
    certainty: Certainty::Known,
    compliant_when: public_access::POLICY.each(&no_statement(
        "PolicyDocument",
        allows_more,
        "the bucket's policy allows other accounts an action that the rule's parameter controlPolicy doesn't allow",
    )),
    compliant_example: "\
Data:
  Type: AWS::S3::Bucket
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
          Principal:
            AWS: '*'
          Action: s3:PutBucketPolicy
          Resource: !Sub '${Data.Arn}/*'
",
    example_parameters: &[("controlPolicy", "{\"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}]}")],
    ..Rule::BASE
};

fn allows_more(statement: policy::Statement<'_>, bucket: &Subject<'_>) -> Option<bool> {
    let foreign = policy::any([
        policy::has_foreign_principal(statement, bucket),
        if statement.has("NotPrincipal") { None } else { Some(false) },
    ]);
    match policy::all([statement.allows(), foreign]) {
        Some(false) => return Some(false),
        Some(true) => {}
        None => return None,
    }
    let control =
        policy::read(&Value::text(bucket.resource.span, bucket.parameter("controlPolicy")?))?.into_owned();
    let statements = policy::statements(&control);
    let covered = policy::any(statements.iter().map(|control| covers(*control, statement)));
    let touched = policy::any(statements.iter().map(|control| {
        let overlaps = statement.some("Action", |action| {
            let action = action.as_text()?;
            control.some("Action", |allowed| policy::overlaps(allowed, &action))
        });
        let is_open = statement.has("NotAction") || control.has("NotAction");
        policy::all([control.allows(), if is_open { None } else { overlaps }])
    }));
    match (covered, touched) {
        (Some(true), _) => Some(false),
        (_, Some(false)) => Some(true),
        _ => None,
    }
}

/// Whether the statement of the reference policy surely allows all that `statement` does.
fn covers(control: policy::Statement<'_>, statement: policy::Statement<'_>) -> Option<bool> {
    let is_plain =
        ["Condition", "NotAction", "NotResource", "NotPrincipal"].iter().all(|part| !control.has(part))
            && ["NotAction", "NotResource", "NotPrincipal"].iter().all(|part| !statement.has(part));
    let each = |element: &str| {
        statement.each(element, |found| {
            let text = found.as_text()?;
            control.some(element, |allowed| policy::covers(allowed, &text))
        })
    };
    let principals = statement.some_principal("Principal", |_, found| {
        let text = found.as_text()?;
        control
            .some_principal("Principal", |_, allowed| policy::covers(allowed, &text))
            .map(|covered| !covered)
    });
    policy::all([
        if is_plain { Some(true) } else { None },
        control.allows(),
        each("Action"),
        each("Resource"),
        principals.map(|stranger| !stranger),
    ])
}
