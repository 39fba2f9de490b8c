//! Conditions that pin the caller of a statement to fixed values.
//!
//! Source: "The meaning of 'public'" in the Amazon S3 User Guide, page "Blocking public access to your Amazon S3
//! storage": a bucket policy is not public if it grants access only to fixed values, free of wildcards and
//! policy variables, of certain principals and keys. AWS's pages on the rules for KMS keys, SNS topics, SQS queues
//! and Lambda functions say "fixed values" as well and give no list: the one of S3 stands for all of them.

use super::statement::Statement;
use crate::resolve::{Content, Part, Reason, Value};
use crate::rules::three_valued::{all, some_item};
use ipnet::IpNet;

/// The condition keys that pin a caller, in lower case.
pub const PINNING_KEYS: &[&str] = &[
    // S3's list.
    "aws:principalorgid",
    "aws:sourceip",
    "aws:sourcearn",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:sourceowner",
    "aws:sourceaccount",
    "aws:userid",
    "s3:dataaccesspointarn",
    "s3:dataaccesspointaccount",
    // Keys that identify the caller just as closely, by the page "AWS global condition context keys" of the
    // IAM User Guide.
    "aws:principalarn",
    "aws:principalaccount",
    "aws:principalorgpaths",
    "aws:principalservicename",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:vpcsourceip",
    // The account of the caller, by the page "AWS KMS condition keys" of the AWS KMS Developer Guide.
    "kms:calleraccount",
];

/// Keys of which AWS does not say whether they pin a caller: a service that acts for a caller does not say who
/// that is.
const DOUBTFUL_KEYS: &[&str] = &["kms:viaservice"];

/// Operators that compare a key with what it has to be, in lower case.
const OPERATORS: &[&str] = &[
    "stringequals",
    "stringequalsignorecase",
    "stringlike",
    "arnequals",
    "arnlike",
    "ipaddress",
    "numericequals",
];

/// The shortest prefix of an IPv4 and an IPv6 range that S3 does not call broad.
const NARROWEST_BROAD: (u8, u8) = (8, 32);

/// Whether one of the statement's conditions pins the caller to fixed values.
pub fn is_pinned(statement: Statement<'_>) -> Option<bool> {
    statement.some_condition(|operator, key, values| {
        let key = key.to_ascii_lowercase();
        let operator = operator.to_ascii_lowercase();
        // A key that is absent from the request satisfies these two: whether they pin is not documented.
        let (operator, is_lax) = match operator.strip_suffix("ifexists") {
            Some(operator) => (operator, true),
            None => (&*operator, operator.starts_with("forallvalues:")),
        };
        let operator = operator.rsplit_once(':').map_or(operator, |(_, operator)| operator);
        let is_doubtful = DOUBTFUL_KEYS.contains(&&*key);
        if !OPERATORS.contains(&operator) || !(is_doubtful || PINNING_KEYS.contains(&&*key)) {
            return Some(false);
        }
        match some_item(values, &|value| is_fixed_for(&key, value).map(|fixed| !fixed)) {
            Some(false) if is_lax || is_doubtful => None,
            decided => decided.map(|open| !open),
        }
    })
}

/// Whether a value has neither a wildcard nor a policy variable.
pub fn is_fixed(value: &Value) -> Option<bool> {
    is_fixed_for("", value)
}

/// Whether a value that a key is compared with is fixed.
fn is_fixed_for(key: &str, value: &Value) -> Option<bool> {
    match &value.content {
        Content::Unknown(unknown) => is_fixed_reference(&unknown.reason),
        // What CloudFormation fills in has no wildcard; what is written around it may have.
        Content::Partial(parts) => Some(!parts.iter().any(|part| match part {
            Part::Text(text) => is_open(text),
            Part::Unknown(_) => false,
        })),
        _ => {
            let text = value.as_text()?;
            Some(match key {
                "aws:sourceip" | "aws:vpcsourceip" => !is_open(&text) && !is_broad(&text),
                // The name of the access point may be open as long as its account is not.
                "s3:dataaccesspointarn" => text.split(':').nth(4).is_some_and(|account| !is_open(account)),
                _ => !is_open(&text),
            })
        }
    }
}

/// Whether a value that is known only after deployment has no wildcard: AWS mints it, or it is somebody's
/// setting. `None` for a parameter that is still to be given.
pub(super) fn is_fixed_reference(reason: &Reason) -> Option<bool> {
    match reason {
        Reason::PhysicalId { .. }
        | Reason::Attribute { .. }
        | Reason::PseudoParameter { .. }
        | Reason::Import { .. }
        | Reason::StackOutput
        | Reason::AvailabilityZones => Some(true),
        _ => None,
    }
}

/// Whether text has a wildcard or a policy variable.
pub(super) fn is_open(text: &str) -> bool {
    text.contains(['*', '?']) || text.contains("${")
}

/// Whether a range of addresses is so broad that S3 calls it public.
fn is_broad(range: &str) -> bool {
    match range.trim().parse::<IpNet>() {
        Ok(IpNet::V4(range)) => range.prefix_len() < NARROWEST_BROAD.0,
        Ok(IpNet::V6(range)) => range.prefix_len() < NARROWEST_BROAD.1,
        Err(_) => false,
    }
}

/// Whether the statement has a condition of this operator and key, and no other, whose only value is `value`. All
/// are compared without regard to case.
pub fn has_only_condition(statement: Statement<'_>, operator: &str, key: &str, value: &str) -> Option<bool> {
    let is_it = |found_operator: &str, found_key: &str, values: &Value| {
        if !found_operator.eq_ignore_ascii_case(operator) || !found_key.eq_ignore_ascii_case(key) {
            return Some(false);
        }
        let is_value = |found: &Value| match &found.content {
            Content::Unknown(_) | Content::Partial(_) => None,
            _ => found.as_text().map(|text| text.eq_ignore_ascii_case(value)),
        };
        all([
            some_item(values, &is_value),
            some_item(values, &|found| is_value(found).map(|is| !is)).map(|other| !other),
        ])
    };
    let has_other =
        statement.some_condition(|operator, key, values| is_it(operator, key, values).map(|is| !is));
    all([statement.some_condition(is_it), has_other.map(|has| !has)])
}
