//! The catalogue: every rule that AWS documents is known, once, and says whether a template can decide it.

use cfn_gate::rules::{self, DecidedBy, InputParameters, Rule};
use std::collections::HashMap;

#[test]
fn no_rule_is_in_the_catalogue_twice() {
    let mut seen: HashMap<&str, &Rule> = HashMap::new();
    for rule in rules::all() {
        for name in [rule.identifier, rule.name] {
            assert!(seen.insert(name, rule).is_none(), "{name} is in the catalogue twice");
        }
    }
}

#[test]
fn every_rule_that_aws_documents_is_known() {
    // 813 of AWS's list of managed rules, and four that only AWS's own services use.
    assert_eq!(rules::all().count(), 817);
    assert_eq!(rules::all().filter(|rule| matches!(rule.decided_by, DecidedBy::Runtime(_))).count(), 77);
    assert_eq!(rules::all().filter(|rule| matches!(rule.decided_by, DecidedBy::Account(_))).count(), 33);
}

#[test]
fn a_rule_is_found_by_either_name_and_a_slip_of_the_fingers_finds_the_nearest() {
    let by_identifier = rules::find("INCOMING_SSH_DISABLED").unwrap();
    assert!(std::ptr::eq(by_identifier, rules::find("restricted-ssh").unwrap()));
    assert!(rules::find("incoming-ssh-disabled").is_none());
    assert_eq!(rules::nearest("S3_BUCKET_LOGGING_ENABLE").unwrap().name, "s3-bucket-logging-enabled");
    assert_eq!(rules::nearest("s3-bucket-loging-enabled").unwrap().name, "s3-bucket-logging-enabled");
    assert!(rules::nearest("my-own-rule").is_none());
    assert!(rules::nearest(&"s3-bucket".repeat(100_000)).is_none());
}

#[test]
fn a_rule_that_no_template_can_decide_says_why() {
    for rule in rules::all() {
        let (DecidedBy::Runtime(why) | DecidedBy::Account(why)) = rule.decided_by else { continue };
        assert!(why.len() > 30 && !why.ends_with('.'), "{}: {why}", rule.name);
    }
    let rule = rules::find("access-keys-rotated").unwrap();
    assert!(!rule.is_implemented());
    assert_eq!(rule.security_hub, ["IAM.3"]);
}

#[test]
fn what_is_said_of_a_rule_is_well_formed() {
    for rule in rules::all() {
        let name = rule.name;
        assert!(!name.is_empty() && !rule.identifier.is_empty());
        assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{name}");
        assert!(
            rule.identifier.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_'),
            "{name}"
        );
        assert!(rule.summary.ends_with('.') && rule.summary.len() > 20, "{name}: {}", rule.summary);
        for resource_type in rule.resource_types {
            assert_eq!(
                resource_type.split("::").filter(|part| !part.is_empty()).count(),
                3,
                "{resource_type}"
            );
        }
        if rule.is_implemented() {
            assert!(!rule.resource_types.is_empty(), "{name} judges no resource");
        }
        for (index, parameter) in rule.parameters.iter().enumerate() {
            assert!(!parameter.description.is_empty(), "{name}: {}", parameter.name);
            assert!(
                rule.parameters[..index].iter().all(|other| other.name != parameter.name),
                "{name}: {} is declared twice",
                parameter.name
            );
            if let Some(default) = parameter.default {
                let set = InputParameters::default().set(rule, parameter.name, default);
                assert_eq!(set, Ok(()), "{name}: the default of {}", parameter.name);
            }
        }
    }
}
