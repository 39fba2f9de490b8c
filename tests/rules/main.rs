//! The rules, through the library: template text in, verdicts out.
//!
//! Cases lie in the YAML files of this folder, one file a service; `case.rs` says how to write them.

mod case;
mod catalogue;
mod examples;
mod judge;
mod properties;

use case::{Case, CaseFile};
use cfn_gate::rules;
use judge::judge;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Every case of every file is judged as it says.
#[test]
fn cases_are_judged_as_expected() {
    let mut failures = String::new();
    let mut count = 0;
    for file in CaseFile::all() {
        for case in &file.cases {
            count += 1;
            if let Err(failure) = check(case) {
                let _ = writeln!(failures, "{}:{}: {}: {failure}", file.name, case.line, case.name);
            }
        }
    }
    assert!(failures.is_empty(), "of {count} cases these failed:\n{failures}");
    assert!(count > 0, "no case was found");
}

fn check(case: &Case) -> Result<(), String> {
    let rule = rules::find(&case.rule).ok_or_else(|| format!("there is no rule {}", case.rule))?;
    let evaluations = judge(rule, &case.template, &case.environment, &case.parameters)?;
    let found: BTreeMap<String, &str> = evaluations
        .iter()
        .map(|evaluation| (evaluation.logical_id.to_string(), evaluation.compliance.as_str()))
        .collect();
    let expected: BTreeMap<String, &str> =
        case.expect.iter().map(|(resource, compliance)| (resource.clone(), compliance.as_str())).collect();
    let why = || {
        evaluations
            .iter()
            .map(|evaluation| format!("\n    {}: {}", evaluation.logical_id, evaluation.annotation))
            .collect::<String>()
    };
    if found != expected {
        return Err(format!("expected {expected:?}, found {found:?}{}", why()));
    }
    let points_at = |holds: &dyn Fn(&cfn_gate::evaluate::Evaluation) -> bool| evaluations.iter().any(holds);
    if let Some(property) = &case.property
        && !points_at(&|evaluation| evaluation.property == *property)
    {
        let found: Vec<_> = evaluations.iter().map(|evaluation| &evaluation.property).collect();
        return Err(format!("expected the property {property}, found {found:?}"));
    }
    if let Some(annotation) = &case.annotation
        && !points_at(&|evaluation| evaluation.annotation == *annotation)
    {
        return Err(format!("expected the annotation {annotation:?}, found{}", why()));
    }
    if let Some(line) = case.marked_line
        && !points_at(&|evaluation| evaluation.span.line == line)
    {
        let found: Vec<_> = evaluations.iter().map(|evaluation| evaluation.span.line).collect();
        return Err(format!("expected line {line} of the template, found {found:?}:\n{}", case.template));
    }
    Ok(())
}
