//! The engine of a run: the rules that arguments and the configuration file choose, with what the file's overrides make
//! of them for some paths.

use super::deployment::Deployment;
use super::problem::Problem;
use super::rule_set::Choice;
use cfn_gate::config::{Config, Override};
use cfn_gate::evaluate::Embedded;
use cfn_gate::resolve::Stack;
use cfn_gate::rules::set::{RuleSet, UndecidedRule};
use std::collections::{BTreeMap, HashSet};

/// The engine for these stacks, and the rules that it can't decide. On `strict`, rules of which none is decided are an error.
pub fn engine(
    choice: &Choice,
    deployment: &Deployment,
    stacks: &[Stack],
    strict: bool,
) -> Result<(Embedded, Vec<UndecidedRule>), Problem> {
    let base =
        choice.set(&deployment.account()).map_err(|problem| match deployment.settings.chooses_rules() {
            Some(place) => Problem::new(format!("{problem}\n  {place} takes part in choosing the rules")),
            None => problem,
        })?;
    warn(&base, strict)?;
    let mut undecided = base.undecided;
    let mut engine = Embedded::new(base.rules);
    let overrides = deployment.settings.config.as_ref().filter(|config| !config.overrides.is_empty());
    let Some(config) = overrides else { return Ok((engine, undecided)) };
    let mut known: HashSet<String> = undecided.iter().map(|rule| rule.rule.name.clone()).collect();
    for (matching, stacks) in by_overrides(config, stacks) {
        let overrides: Vec<&Override> =
            matching.into_iter().filter_map(|index| config.overrides.get(index)).collect();
        let set = overridden(choice, &overrides).set(&deployment.account()).map_err(|problem| {
            let lines: Vec<_> = overrides.iter().map(|over| over.span.line.to_string()).collect();
            Problem::new(format!("{}:{}: `overrides`: {problem}", config.file.name, lines.join(",")))
        })?;
        warn(&set, strict)?;
        undecided.extend(set.undecided.into_iter().filter(|rule| known.insert(rule.rule.name.clone())));
        engine = engine.with_rules_for(&stacks, set.rules);
    }
    Ok((engine, undecided))
}

/// Says so if no rule of the set can decide anything; on `strict`, that is an error.
fn warn(set: &RuleSet, strict: bool) -> Result<(), Problem> {
    match set.decides_nothing() {
        Some(warning) if strict => Err(Problem::new(warning)),
        Some(warning) => {
            eprintln!("warning: {}", Problem::new(warning));
            Ok(())
        }
        None => Ok(()),
    }
}

/// The stacks that overrides match, by the overrides that match them.
fn by_overrides(config: &Config, stacks: &[Stack]) -> BTreeMap<Vec<usize>, Vec<usize>> {
    let mut groups: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (index, stack) in stacks.iter().enumerate() {
        let matches = |over: &Override| over.paths.iter().any(|pattern| pattern.matches(stack.name()));
        let overrides = config.overrides.iter().enumerate();
        let matching: Vec<usize> =
            overrides.filter(|(_, over)| matches(over)).map(|(index, _)| index).collect();
        if !matching.is_empty() {
            groups.entry(matching).or_default().push(index);
        }
    }
    groups
}

/// The choice of rules with what the overrides change, one after the other.
fn overridden(choice: &Choice, overrides: &[&Override]) -> Choice {
    let mut choice = choice.clone();
    // What is left out everywhere need not be among the rules here.
    choice.absent.append(&mut choice.skip_rule);
    for over in overrides {
        if !over.rules.is_empty() {
            choice.rules.clone_from(&over.rules);
            choice.rule.clear();
        }
        for rule in &over.rule {
            choice.add(rule);
        }
        choice.skip_rule.extend(over.skip_rule.iter().cloned());
        choice.severity = over.severity.or(choice.severity);
    }
    choice
}
