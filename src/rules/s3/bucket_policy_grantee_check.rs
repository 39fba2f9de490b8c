//! `s3-bucket-policy-grantee-check`

use super::public_access;
use crate::resolve::Value;
use crate::rules::items::split;
use crate::rules::*;

pub(super) static RULE: Rule = Rule {
    identifier: "S3_BUCKET_POLICY_GRANTEE_CHECK",
    name: "s3-bucket-policy-grantee-check",
    resource_types: &["AWS::S3::Bucket"],
    severity: Severity::Medium,
    parameters: &[
        Parameter {
            name: "awsPrincipals",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "allowed account ids and IAM ARNs, wildcards possible in ARNs",
        },
        Parameter {
            name: "servicePrincipals",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "allowed service principals",
        },
        Parameter {
            name: "federatedUsers",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "allowed identity providers",
        },
        Parameter {
            name: "ipAddresses",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "allowed source addresses or CIDRs",
        },
        Parameter {
            name: "vpcIds",
            parameter_type: ParameterType::Csv,
            required: false,
            default: None,
            description: "allowed source VPC ids",
        },
    ],
    summary: "Bucket policies may grant access only to the listed principals, addresses or VPCs.",
    details: "\
A list of who may be let in finds everyone who was let in beside it. Every `Allow` statement of the \
bucket's policy may name only principals of the lists, or has to be limited by a condition to listed \
addresses (`aws:SourceIp`) or VPCs (`aws:SourceVpc`). Without any parameter every `Allow` fails; a bucket \
without a policy in the template complies.

Principals are compared as they are written, with the wildcards of the list; the ID of an account stands \
for its root. What is known only after deployment leaves the verdict open, and so do `NotPrincipal`, \
canonical users and other operators than `IpAddress` and `StringEquals`, of which AWS doesn't speak.",
    fix: "Take the principal out of the statement, or limit the statement with a condition.",
    certainty: Certainty::Known,
    compliant_when: public_access::POLICY.each(&no_statement(
        "PolicyDocument",
        |statement, bucket| {
            policy::all([statement.allows(), is_within_lists(statement, bucket).map(|within| !within)])
        },
        "the bucket's policy grants access to somebody who is not in the rule's parameters",
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
            AWS: arn:aws:iam::444455556666:root
          Action: s3:GetObject
          Resource: !Sub '${Data.Arn}/*'
",
    ..Rule::BASE
};

fn is_within_lists(statement: policy::Statement<'_>, bucket: &Subject<'_>) -> Option<bool> {
    let stranger = statement.some_principal("Principal", |kind, principal| {
        let list = match kind {
            None | Some("AWS") => "awsPrincipals",
            Some("Service") => "servicePrincipals",
            Some("Federated") => "federatedUsers",
            Some(_) => return None,
        };
        is_listed(principal, bucket.parameter(list).unwrap_or_default()).map(|listed| !listed)
    });
    let limited = statement.some_condition(|operator, key, values| {
        let list = match &*key.to_ascii_lowercase() {
            "aws:sourceip" => "ipAddresses",
            "aws:sourcevpc" => "vpcIds",
            _ => return Some(false),
        };
        let listed = bucket.parameter(list).unwrap_or_default();
        let other = policy::some_item(values, &|value| is_listed(value, listed).map(|listed| !listed));
        match (operator, other) {
            ("IpAddress" | "StringEquals", other) => other.map(|other| !other),
            (_, Some(true)) => Some(false),
            _ => None,
        }
    });
    let named = if statement.has("NotPrincipal") { None } else { stranger.map(|stranger| !stranger) };
    policy::any([named, limited])
}

/// Whether `value` is an item of the comma-separated list, in which wildcards are possible.
fn is_listed(value: &Value, list: &str) -> Option<bool> {
    let Some(text) = value.as_text() else {
        return if list.trim().is_empty() { Some(false) } else { None };
    };
    let account = text.strip_suffix(":root").and_then(|root| root.rsplit(':').next());
    policy::any(split(list).map(|item| {
        let pattern = Value::text(value.span, item);
        let root = format!(":{text}:root");
        policy::any([policy::covers(&pattern, &text), Some(account == Some(item) || item.ends_with(&root))])
    }))
}
