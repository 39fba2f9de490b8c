//! The catalogue as a whole: AWS's own words, complete prose, examples that are what they say, cases.

use crate::case::CaseFile;
use crate::judge::judge;
use cfn_gate::evaluate::Compliance;
use cfn_gate::resolve::Environment;
use cfn_gate::rules::{self, ParameterType, Rule, Trigger};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What AWS documents of its rules.
const INDEX: &str = include_str!("index.tsv");

/// Rules of one logic over a table of types: the cases of one of them stand for all, and its examples are
/// made by the same lines as the others'.
const FAMILIES: [&str; 2] = ["_TAGGED", "_DESCRIPTION"];

/// A line of the index.
struct Documented {
    name: &'static str,
    trigger: &'static str,
    parameters: BTreeMap<&'static str, &'static str>,
}

fn index() -> BTreeMap<&'static str, Documented> {
    INDEX
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let mut fields = line.split('\t');
            let mut next = || fields.next().unwrap_or_default();
            let (identifier, name, trigger) = (next(), next(), next());
            let parameters = next().split(' ').filter_map(|parameter| parameter.split_once(':')).collect();
            (identifier, Documented { name, trigger, parameters })
        })
        .collect()
}

/// Runs `check` for every rule and fails with all its complaints at once.
fn for_every_rule(check: impl Fn(&'static Rule, &mut dyn FnMut(String))) {
    let mut complaints = String::new();
    for rule in rules::implemented() {
        check(rule, &mut |complaint| {
            let _ = writeln!(complaints, "{}: {complaint}", rule.identifier);
        });
    }
    assert!(complaints.is_empty(), "\n{complaints}");
}

#[test]
fn rules_are_aws_config_managed_rules() {
    let index = index();
    for_every_rule(|rule, complain| {
        let Some(documented) = index.get(rule.identifier) else {
            return complain("AWS has no such rule".into());
        };
        if rule.name != documented.name {
            complain(format!("AWS's name for it is {}", documented.name));
        }
        let trigger = match rule.trigger {
            Trigger::ConfigurationChange => "configuration-change",
            Trigger::Periodic => "periodic",
            Trigger::Hybrid => "hybrid",
        };
        if trigger != documented.trigger {
            complain(format!("its trigger is {}", documented.trigger));
        }
        let parameters: BTreeMap<_, _> = rule
            .parameters
            .iter()
            .map(|parameter| {
                let name = match parameter.parameter_type {
                    ParameterType::String => "String",
                    ParameterType::Int => "int",
                    ParameterType::Double => "double",
                    ParameterType::Boolean => "boolean",
                    ParameterType::Csv => "CSV",
                    ParameterType::StringMap => "StringMap",
                };
                (parameter.name, format!("{name}{}", if parameter.required { "*" } else { "" }))
            })
            .collect();
        let documented =
            documented.parameters.iter().map(|(name, kind)| (*name, (*kind).to_owned())).collect();
        if parameters != documented {
            complain(format!("its parameters are {documented:?}, not {parameters:?}"));
        }
        for resource_type in rule.resource_types {
            if resource_type.split("::").count() != 3 {
                complain(format!("{resource_type} is no CloudFormation resource type"));
            }
        }
        if rule.resource_types.is_empty() {
            complain("it judges no resource type".into());
        }
    });
}

#[test]
fn no_rule_is_there_twice() {
    let mut seen = BTreeSet::new();
    for_every_rule(|rule, complain| {
        let count = rules::all().filter(|other| other.identifier == rule.identifier).count();
        if count != 1 {
            complain(format!("it is there {count} times"));
        }
    });
    for rule in rules::all() {
        assert!(seen.insert(rule.name), "the name {} is there twice", rule.name);
        assert!(std::ptr::eq(rule, rules::find(rule.identifier).expect("found by identifier")));
        assert!(std::ptr::eq(rule, rules::find(rule.name).expect("found by name")));
    }
}

#[test]
fn prose_is_complete() {
    for_every_rule(|rule, complain| {
        for (field, text) in [("summary", rule.summary), ("details", rule.details), ("fix", rule.fix)] {
            if !text.ends_with('.') {
                complain(format!("the {field} doesn't end in a full stop"));
            }
            if text.contains("  ") || text.trim() != text {
                complain(format!("the {field} has blanks too many"));
            }
            if text.matches('`').count() % 2 != 0 {
                complain(format!("the {field} has an odd number of backticks"));
            }
        }
        if rule.summary.contains('\n') || rule.fix.contains('\n') {
            complain("summary and fix have to be one line".into());
        }
        for parameter in rule.parameters {
            if parameter.description.is_empty() || parameter.description.ends_with('.') {
                complain(format!("{}: the description is no phrase without a full stop", parameter.name));
            }
        }
    });
}

#[test]
fn examples_are_judged_as_they_are_named() {
    let files = CaseFile::all();
    for_every_rule(|rule, complain| {
        for (example, wanted) in [
            (rule.compliant_example, Compliance::Compliant),
            (rule.noncompliant_example, Compliance::NonCompliant),
        ] {
            if files.iter().any(|file| file.impossible.contains(&(rule.identifier.into(), wanted))) {
                if !example.is_empty() {
                    complain(format!("it can't be {wanted}, but has an example of it"));
                }
                continue;
            }
            let mut template = "Resources:\n".to_owned();
            for line in example.lines() {
                let _ = writeln!(template, "  {line}");
            }
            let given = rule.example_parameters.iter().map(|(name, value)| ((*name).into(), (*value).into()));
            let given: Vec<_> = given.collect();
            match judge(rule, &template, &Environment::default(), &given) {
                Err(error) => complain(error),
                Ok(evaluations) if evaluations.is_empty() => {
                    complain("nothing in the example is judged".into())
                }
                Ok(evaluations) => {
                    let wrong = evaluations.iter().find(|evaluation| evaluation.compliance != wanted);
                    if let Some(evaluation) = wrong {
                        complain(format!(
                            "{wanted} was wanted, and {} is {}: {}",
                            evaluation.logical_id, evaluation.compliance, evaluation.annotation
                        ));
                    }
                }
            }
        }
    });
}

#[test]
fn every_rule_has_cases_for_every_verdict() {
    let files = CaseFile::all();
    for_every_rule(|rule, complain| {
        if FAMILIES.iter().any(|family| rule.identifier.ends_with(family)) {
            return;
        }
        let mut verdicts: BTreeSet<Compliance> = BTreeSet::new();
        let mut parameters = BTreeSet::new();
        for file in &files {
            for case in file.cases.iter().filter(|case| case.rule == rule.identifier) {
                verdicts.extend(case.expect.iter().map(|(_, verdict)| *verdict));
                parameters.extend(case.parameters.iter().map(|(name, _)| name.clone()));
            }
            let impossible = file.impossible.iter().filter(|(identifier, _)| identifier == rule.identifier);
            verdicts.extend(impossible.map(|(_, verdict)| *verdict));
        }
        let mut wanted = vec![Compliance::Compliant, Compliance::NonCompliant, Compliance::InsufficientData];
        if !matches!(rule.applies_when, rules::Check::Always) {
            wanted.push(Compliance::NotApplicable);
        }
        for verdict in wanted {
            if !verdicts.contains(&verdict) {
                complain(format!("no case in tests/rules/ is {verdict}"));
            }
        }
        for parameter in rule.parameters {
            if !parameters.contains(parameter.name) {
                complain(format!("no case in tests/rules/ gives the parameter {}", parameter.name));
            }
        }
    });
}
